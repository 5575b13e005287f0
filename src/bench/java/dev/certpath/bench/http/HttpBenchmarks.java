package dev.certpath.bench.http;

import dev.certpath.testsupport.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * Measures running applications over HTTP. Arguments are the parts to measure, the databases, all of them if there are
 * none, and the jar of PetClinic if it is to be compared. Run it by the script {@code src/bench/http}.
 */
final class HttpBenchmarks {

    private static final Set<String> PARTS = Set.of("start", "pages", "saves", "lists");

    private static final Set<String> DATABASES = Set.of("h2", "postgresql");

    private final Set<String> parts;
    private final Set<String> databases;
    private final Optional<Path> petClinicJar;

    private HttpBenchmarks(List<String> arguments) {
        parts = named(arguments, PARTS);
        databases = named(arguments, DATABASES);
        petClinicJar = arguments.stream()
                .filter(argument -> !PARTS.contains(argument) && !DATABASES.contains(argument))
                .map(Path::of)
                .findFirst();
        petClinicJar.filter(jar -> !Files.isRegularFile(jar)).ifPresent(jar -> {
            throw new IllegalArgumentException("Neither one of " + PARTS + " and " + DATABASES + " nor a file: " + jar);
        });
    }

    /** The names that are among the arguments, or all of them if none is. */
    private static Set<String> named(List<String> arguments, Set<String> names) {
        var named = names.stream().filter(arguments::contains).collect(Collectors.toSet());
        return named.isEmpty() ? names : named;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("certpath-bench");
        try {
            new HttpBenchmarks(List.of(arguments)).run(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0); // idle threads of clients must not keep the JVM
    }

    private void run(Path folder) throws Exception {
        if (parts.contains("start")) {
            System.out.println("Start and memory\n");
            new StartBenchmarks().run(Files.createDirectory(folder.resolve("start")), petClinicJar);
        }
        if (parts.contains("pages")) {
            System.out.println("\nPages\n");
            new PageBenchmarks().run(Files.createDirectory(folder.resolve("pages")), petClinicJar);
        }
        if (measures("saves", "h2")) {
            System.out.println("\nSaves, H2\n");
            new SaveBenchmarks().run(Files.createDirectory(folder.resolve("saves-h2")), List::of);
        }
        if (measures("saves", "postgresql")) {
            System.out.println("\nSaves, PostgreSQL\n");
            new SaveBenchmarks()
                    .run(Files.createDirectory(folder.resolve("saves-postgresql")), HttpBenchmarks::postgresDatabase);
        }
        if (measures("lists", "h2")) {
            System.out.println("\nLists, H2\n");
            new ListBenchmarks().run(Files.createDirectory(folder.resolve("lists-h2")), List::of);
        }
        if (measures("lists", "postgresql")) {
            System.out.println("\nLists, PostgreSQL\n");
            new ListBenchmarks()
                    .run(Files.createDirectory(folder.resolve("lists-postgresql")), HttpBenchmarks::postgresDatabase);
        }
    }

    private boolean measures(String part, String database) {
        return parts.contains(part) && databases.contains(database);
    }

    private static List<String> postgresDatabase() {
        return PostgresServer.shared().orElseThrow().newDatabase();
    }
}
