package dev.certpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.h2.tools.Server;

/** A database server in a process of its own, which several sites can use at once, and which can go away. */
public final class SharedDatabase implements AutoCloseable {

    private static final String HERE = "127.0.0.1";
    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private Process process;

    private SharedDatabase(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = started();
    }

    /** Starts a server that keeps its data in that folder. */
    public static SharedDatabase in(Path folder) {
        try {
            return new SharedDatabase(folder, freePort());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The settings of an application that keeps its data there, and waits half as long for it as people's would. */
    public String[] settings() {
        return new String[] {
            "spring.datasource.hikari.connection-timeout=1500",
            "spring.datasource.url=jdbc:h2:tcp://" + HERE + ":" + port + "/certpath" + OPTIONS,
            "spring.datasource.username=sa",
            "spring.datasource.password="
        };
    }

    /** Nobody can reach it any more. */
    public void goesAway() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    /** It is there again, with everything it had. */
    public void comesBack() {
        try {
            process = started();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        goesAway();
    }

    private Process started() throws IOException {
        var server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Path.of(Server.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                                .toString(),
                        Server.class.getName(),
                        "-tcp",
                        "-tcpPort",
                        Integer.toString(port),
                        "-ifNotExists",
                        "-baseDir",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("The database server did not start");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() {
        try (var socket = new Socket(HERE, port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
