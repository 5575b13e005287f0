package dev.certpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server of a test's own in a temporary folder, where this machine has the programs to start one. */
public final class Postgres implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final List<String> AS_POSTGRES =
            List.of("setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups");

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server; empty, with a line that says so, where none can be had. */
    public static Optional<Postgres> start() {
        try {
            var programs = programs();
            if (programs.isEmpty()) {
                System.out.println("No PostgreSQL is installed here: nothing is tested on it.");
                return Optional.empty();
            }
            var server = new Postgres(programs.get(), Files.createTempDirectory("certpath-postgres"), freePort());
            server.begin();
            return Optional.of(server);
        } catch (IOException cannot) {
            System.out.println("No PostgreSQL can be started here: nothing is tested on it. " + cannot.getMessage());
            return Optional.empty();
        }
    }

    /** The settings of an application that keeps its data there. */
    public String[] settings() {
        return new String[] {
            "spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            "spring.datasource.username=postgres",
            "spring.datasource.password="
        };
    }

    @Override
    public void close() {
        try {
            runs("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void begin() throws IOException {
        if (isRoot()) {
            run(List.of("chown", "postgres:postgres", folder.toString()));
        }
        runs("initdb", "-D", data(), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8");
        var options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off";
        runs("pg_ctl", "-D", data(), "-o", options, "-l", folder.resolve("log").toString(), "-w", "start");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** The server refuses to run as root. */
    private void runs(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>(isRoot() ? AS_POSTGRES : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.get(command.size() - 1) + " failed: " + String.join(" ", command));
            }
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IOException(cause);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends the server at once, as a crash does. What it keeps stays. */
    public void crashes() throws IOException {
        runs("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** Starts the server again, as it was started before. */
    public void comesBack() throws IOException {
        runs("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-w", "restart");
    }

    /** Copies everything into a new database of that name, by way of a file, as an operator would. */
    public void backsUpInto(String database) throws IOException {
        var file = folder.resolve(database + ".dump").toString();
        var server = new String[] {"-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "postgres"};
        runs("pg_dump", with(server, "--format=custom", "--file=" + file, "postgres"));
        runs("createdb", with(server, database));
        runs("pg_restore", with(server, "--exit-on-error", "--no-owner", "--dbname=" + database, file));
    }

    /** The settings of an application that keeps its data in another database there. */
    public String[] settings(String database) {
        var settings = settings();
        settings[0] = settings[0].replaceFirst("/postgres$", "/" + database);
        return settings;
    }

    private static String[] with(String[] server, String... more) {
        return Stream.concat(Stream.of(server), Stream.of(more)).toArray(String[]::new);
    }
}
