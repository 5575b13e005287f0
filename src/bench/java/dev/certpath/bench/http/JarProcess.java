package dev.certpath.bench.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Spring's PetClinic in a process of its own, with the same options of the JVM as Certpath's. */
final class PetClinic implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Process process;
    private final URI address;

    private PetClinic(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it answers. */
    static PetClinic start(Path jar, List<String> jvmOptions) throws IOException, InterruptedException {
        int port = freePort();
        var command = new ArrayList<>(List.of("java"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var started = new PetClinic(process, URI.create("http://127.0.0.1:" + port));
        started.waitUntilReady();
        return started;
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void waitUntilReady() throws InterruptedException {
        for (var end = Instant.now().plus(TIMEOUT); !isReady(); Thread.sleep(200)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("PetClinic did not start");
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
