package dev.certpath.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of the tests' own in a temporary folder, where this machine has the programs to start one. It ends
 * with the tests, even when they are killed.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final List<String> AS_POSTGRES =
            List.of("setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups");

    /** Ends the server when nobody is left who could write to this shell. */
    private static final String UNTIL_LEFT_ALONE = "\"$0\" \"$@\" & read -r nothing; kill -QUIT $!; wait $!";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path programs;
    private final Path folder;
    private final int port;
    private Process shell;

    private PostgresServer(Path programs, Path folder, int port) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        if (isRoot()) {
            run(List.of("chown", "postgres:postgres", folder.toString()));
        }
        run(asPostgres("initdb", "-D", data(), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"));
        this.shell = begin();
    }

    /** The server that all tests share; empty, with one line that says so, where none can be had. */
    public static Optional<PostgresServer> shared() {
        return Shared.SERVER;
    }

    /** Starts a server of a test's own, where there is a shared one too. */
    public static PostgresServer start() {
        try {
            return new PostgresServer(
                    programs().orElseThrow(), Files.createTempDirectory("certpath-postgres"), freePort());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The settings of an application that keeps its data in a new database there. */
    public List<String> newDatabase() {
        var name = "d" + System.nanoTime();
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
        return List.of(
                "spring.datasource.url=" + url(name),
                "spring.datasource.username=postgres",
                "spring.datasource.password=");
    }

    /** Copies a database of such settings into a new one, by way of a file, as an operator would. */
    public List<String> backsUp(List<String> settings) {
        var file = folder.resolve("backup-" + System.nanoTime() + ".dump").toString();
        var restored = newDatabase();
        try {
            run(asPostgres("pg_dump", "--format=custom", "--file=" + file, "--dbname=" + address(settings)));
            run(asPostgres("pg_restore", "--exit-on-error", "--no-owner", "--dbname=" + address(restored), file));
            return restored;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Takes the server away; what it keeps stays. */
    public void stops() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    /** Brings it back, at the same address. */
    public void startsAgain() {
        try {
            shell = begin();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Lets it answer nobody, though all connections stay. */
    public void freezes() {
        signal("STOP");
        signal("STOP"); // and those that the first one saw beginning
    }

    /** Lets it go on. */
    public void thaws() {
        signal("CONT");
    }

    @Override
    public void close() {
        stops();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private Process begin() throws IOException {
        var command = new ArrayList<String>(isRoot() ? AS_POSTGRES : List.of());
        command.addAll(List.of("sh", "-c", UNTIL_LEFT_ALONE));
        command.add(programs.resolve("postgres").toString());
        command.addAll(List.of("-D", data(), "-p", Integer.toString(port), "-k", folder.toString()));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"));
        var begun = builder(command).redirectInput(ProcessBuilder.Redirect.PIPE).start();
        waitUntilReady(begun);
        return begun;
    }

    private void waitUntilReady(Process begun) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "")) {
                if (connection.isValid(0)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!begun.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException(notYet);
                }
                pause();
            }
        }
    }

    private void signal(String name) {
        var processes =
                shell.descendants().map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        try {
            run(List.of("sh", "-c", "kill -" + name + " " + processes));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A database as PostgreSQL's own programs want it. */
    private static String address(List<String> settings) {
        return settings.get(0).replaceFirst(".*jdbc:postgresql://", "postgresql://postgres@");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** The server refuses to run as root. */
    private List<String> asPostgres(String program, String... arguments) {
        var command = new ArrayList<String>(isRoot() ? AS_POSTGRES : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException {
        try {
            if (builder(command).start().waitFor() != 0) {
                throw new IOException("This failed: " + String.join(" ", command));
            }
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IOException(cause);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
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
                    .max(Comparator.comparingInt(bin ->
                            Integer.parseInt(bin.getParent().getFileName().toString())));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    private static final class Shared {

        private static final Optional<PostgresServer> SERVER = found();

        private static Optional<PostgresServer> found() {
            try {
                if (programs().isPresent()) {
                    var server = start();
                    SpringApplication.getShutdownHandlers().add(server::close);
                    return Optional.of(server);
                }
                return none("none is installed");
            } catch (IOException | UncheckedIOException cannot) {
                return none(cannot.getMessage());
            }
        }

        private static Optional<PostgresServer> none(String reason) {
            if ("true".equals(System.getenv("CERTPATH_REQUIRE_POSTGRESQL"))) {
                throw new IllegalStateException(
                        "CERTPATH_REQUIRE_POSTGRESQL is true, but no PostgreSQL can be had: " + reason);
            }
            System.err.println("No PostgreSQL can be had (" + reason + "), so tests on it are skipped"
                    + " (with CERTPATH_REQUIRE_POSTGRESQL=true they fail).");
            return Optional.empty();
        }
    }
}
