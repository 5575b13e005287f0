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
 * A PostgreSQL server in a temporary folder, started with the programs installed on this machine. It ends with the JVM,
 * even if that is killed.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final List<String> AS_POSTGRES =
            List.of("setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups");

    /** Stops the server when the pipe to the shell is closed, which the operating system does when the JVM ends. */
    private static final String RUN_UNTIL_PIPE_CLOSES = "\"$0\" \"$@\" & read -r nothing; kill -QUIT $!; wait $!";

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

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
        this.shell = startShell();
    }

    /**
     * Returns the server that all tests share, or empty if PostgreSQL is not installed; one line on standard error says
     * so.
     */
    public static Optional<PostgresServer> shared() {
        return Shared.SERVER;
    }

    /** Starts another server, for tests that stop it. Requires that there is a shared one. */
    public static PostgresServer start() {
        try {
            return new PostgresServer(
                    programs().orElseThrow(), Files.createTempDirectory("certpath-postgres"), freePort());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Creates a database and returns the settings of an application that uses it. */
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

    /** Dumps the database of these settings, restores the file into a new database and returns the settings of that. */
    public List<String> dumpAndRestore(List<String> settings) {
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

    /** Stops the server; the data stays. */
    public void stop() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    /** Starts the server again on the same port and data. */
    public void restart() {
        try {
            shell = startShell();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Suspends all processes of the server: connections stay open and get no answer. */
    public void suspend() {
        signal("STOP");
        signal("STOP"); // again, for processes that started during the first signal
    }

    /** Resumes the suspended processes. */
    public void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        stop();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private Process startShell() throws IOException {
        var command = new ArrayList<String>(isRoot() ? AS_POSTGRES : List.of());
        command.addAll(List.of("sh", "-c", RUN_UNTIL_PIPE_CLOSES));
        command.add(programs.resolve("postgres").toString());
        command.addAll(List.of("-D", data(), "-p", Integer.toString(port), "-k", folder.toString()));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"));
        var started =
                builder(command).redirectInput(ProcessBuilder.Redirect.PIPE).start();
        waitUntilReady(started);
        return started;
    }

    private void waitUntilReady(Process started) throws IOException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "")) {
                if (connection.isValid(0)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!started.isAlive() || System.nanoTime() > deadline) {
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

    /** Returns the connection URI for PostgreSQL's command-line programs. */
    private static String address(List<String> settings) {
        return settings.get(0).replaceFirst(".*jdbc:postgresql://", "postgresql://postgres@");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Returns a command that runs as the user postgres if the JVM runs as root, which PostgreSQL refuses. */
    private List<String> asPostgres(String program, String... arguments) {
        var command = new ArrayList<String>(isRoot() ? AS_POSTGRES : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException {
        try {
            if (builder(command).start().waitFor() != 0) {
                throw new IOException("Command failed: " + String.join(" ", command));
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

        private static final Optional<PostgresServer> SERVER = startIfInstalled();

        private static Optional<PostgresServer> startIfInstalled() {
            try {
                if (programs().isPresent()) {
                    var server = start();
                    SpringApplication.getShutdownHandlers().add(server::close);
                    return Optional.of(server);
                }
                return unavailable("it is not installed");
            } catch (IOException | UncheckedIOException cause) {
                return unavailable(cause.getMessage());
            }
        }

        private static Optional<PostgresServer> unavailable(String reason) {
            if ("true".equals(System.getenv("CERTPATH_REQUIRE_POSTGRESQL"))) {
                throw new IllegalStateException(
                        "CERTPATH_REQUIRE_POSTGRESQL is true, but PostgreSQL is not available: " + reason);
            }
            System.err.println("PostgreSQL is not available (" + reason + "), so tests that need it are skipped"
                    + " (with CERTPATH_REQUIRE_POSTGRESQL=true they fail).");
            return Optional.empty();
        }
    }
}
