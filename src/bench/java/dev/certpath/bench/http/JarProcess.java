package dev.certpath.bench.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A web application in a process of its own, started from its jar: Certpath, or Spring's PetClinic. */
final class JarProcess implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int POLL_MILLIS = 20;

    private final Process process;
    private final URI address;
    private final double secondsToFirstPage;

    private JarProcess(List<String> options, Path jar, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        long start = System.nanoTime();
        process = launch(options, jar, List.of("--server.port=" + port), environment);
        waitUntilReady(start + TIMEOUT.toNanos());
        secondsToFirstPage = (System.nanoTime() - start) / 1e9;
    }

    /** Starts an application with options of the JVM, and waits until it answers with its first page. */
    static JarProcess start(List<String> options, Path jar, Map<String, String> environment)
            throws IOException, InterruptedException {
        return new JarProcess(options, jar, environment);
    }

    /** Runs a jar to its end. */
    static void run(List<String> options, Path jar, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        int exitCode = launch(options, jar, arguments, environment).waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("Exit code " + exitCode + " of " + jar + " with " + options);
        }
    }

    URI address() {
        return address;
    }

    /** How long the application took from the start of the process to its first page. */
    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    /** The memory that the process occupies, without what is swapped out. */
    double megabytes() throws IOException {
        try (var status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            var kilobytes = status.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .findFirst()
                    .orElseThrow();
            return Integer.parseInt(kilobytes) / 1024.0;
        }
    }

    /** Ends the process, and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static Process launch(
            List<String> options, Path jar, List<String> arguments, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void waitUntilReady(long end) throws InterruptedException {
        for (; !isReady(); Thread.sleep(POLL_MILLIS)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("The application did not start");
            }
        }
    }

    private boolean isReady() {
        try (var connection = new HttpConnection(address)) {
            return connection.send(HttpConnection.get("/", "")) == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
