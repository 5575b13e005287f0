package dev.certpath.bench.http;

import dev.certpath.testsupport.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * Measures running applications over HTTP. Arguments are the parts to measure, all of them if there are none, and the jar of
 * PetClinic if its pages are to be compared. Run it by the script {@code src/bench/http}.
 */
final class HttpBenchmarks {

    private static final Set<String> PARTS = Set.of("pages", "saves", "lists");

    private final Set<String> parts;
    private final Optional<Path> petClinicJar;

    private HttpBenchmarks(List<String> arguments) {
        var named = Set.copyOf(arguments.stream().filter(PARTS::contains).toList());
        parts = named.isEmpty() ? PARTS : named;
        petClinicJar = arguments.stream()
                .filter(argument -> !PARTS.contains(argument))
                .map(Path::of)
                .findFirst();
        petClinicJar.filter(jar -> !Files.isRegularFile(jar)).ifPresent(jar -> {
            throw new IllegalArgumentException("Neither one of " + PARTS + " nor a file: " + jar);
        });
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
        if (parts.contains("pages")) {
            System.out.println("Pages\n");
            new PageBenchmarks().run(Files.createDirectory(folder.resolve("pages")), petClinicJar);
        }
        if (parts.contains("saves")) {
            System.out.println("\nSaves, H2\n");
            new SaveBenchmarks().run(Files.createDirectory(folder.resolve("saves-h2")), List.of(), List.of());
            System.out.println("\nSaves, PostgreSQL\n");
            new SaveBenchmarks()
                    .run(
                            Files.createDirectory(folder.resolve("saves-postgresql")),
                            postgresDatabase(),
                            postgresDatabase());
        }
        if (parts.contains("lists")) {
            System.out.println("\nLists, H2\n");
            new ListBenchmarks().run(Files.createDirectory(folder.resolve("lists-h2")), List::of);
            System.out.println("\nLists, PostgreSQL\n");
            new ListBenchmarks()
                    .run(Files.createDirectory(folder.resolve("lists-postgresql")), HttpBenchmarks::postgresDatabase);
        }
    }

    private static List<String> postgresDatabase() {
        return PostgresServer.shared().orElseThrow().newDatabase();
    }
}
