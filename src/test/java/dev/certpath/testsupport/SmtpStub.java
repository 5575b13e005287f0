package dev.certpath.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A mail server that refuses every recipient with one reply, or that accepts connections and never says anything. */
public final class SmtpStub implements AutoCloseable {

    private static final String NONE = "";

    private final ServerSocket server;
    private final String reply;
    private final CountDownLatch connected = new CountDownLatch(1);
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();

    private SmtpStub(String reply) {
        this.reply = reply;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        var thread = new Thread(this::serve, "smtp stub");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts a server that answers each recipient with this reply. */
    public static SmtpStub thatRefuses(String reply) {
        return new SmtpStub(reply);
    }

    /** Starts a server that never answers. */
    public static SmtpStub thatHangs() {
        return new SmtpStub(NONE);
    }

    /** Returns a port on which no server listens. */
    public static int closedPort() {
        var stub = thatHangs();
        stub.close();
        return stub.port();
    }

    /** Returns the port. */
    public int port() {
        return server.getLocalPort();
    }

    /** Waits for the first client. */
    public void awaitClient() {
        try {
            connected.await();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    /** Closes the server and all connections. */
    @Override
    public void close() {
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void serve() {
        try {
            while (true) {
                var client = server.accept();
                clients.add(client);
                connected.countDown();
                if (!reply.equals(NONE)) {
                    answer(client);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void answer(Socket client) throws IOException {
        try (client;
                var commands =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            send(client, "220 stub");
            for (var command = commands.readLine(); command != null; command = commands.readLine()) {
                send(client, command.startsWith("RCPT") ? reply : "250 ok");
            }
        }
    }

    private static void send(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
