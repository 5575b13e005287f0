package dev.certpath.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends requests as raw bytes, including malformed ones that an HTTP client would not send. */
public final class RawHttp {

    private static final String LOCALHOST = "127.0.0.1";
    private static final int TIMEOUT_MILLISECONDS = 60_000;

    private RawHttp() {}

    /**
     * A response.
     *
     * @param status the status code
     * @param head the status line and the headers
     * @param body everything after the head
     */
    public record Response(int status, String head, String body) {}

    /** Sends a request, one byte for each character (ISO 8859-1), and reads until the server closes the connection. */
    public static Response send(TestApplication site, String request) {
        return send(site, LOCALHOST, request);
    }

    /** Sends a request from another loopback address, such as {@code 127.0.0.2}. */
    public static Response send(TestApplication site, String client, String request) {
        return send(site.port(), client, request);
    }

    /** Sends a request to a port of this machine. */
    public static Response send(int port, String request) {
        return send(port, LOCALHOST, request);
    }

    /** Sends a request from another loopback address to a port of this machine. */
    public static Response send(int port, String client, String request) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            socket.bind(new InetSocketAddress(InetAddress.getByName(client), 0));
            socket.connect(new InetSocketAddress(LOCALHOST, port));
            write(request, socket);
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A server that rejects a large body answers and closes the connection before all is written; the answer can be read. */
    private static void write(String request, Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException closedByServer) {
            // what the server answered is asserted
        }
    }

    /** Returns a GET request for an address, which may be malformed. */
    public static String get(String address) {
        return "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    /** Returns a POST request with form fields, which may be malformed. */
    public static String form(String address, String fields) {
        return "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + fields.length() + "\r\n\r\n" + fields;
    }

    private static Response parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        var head = end < 0 ? text : text.substring(0, end);
        return new Response(
                Integer.parseInt(head.split(" ")[1]), head, end < 0 ? "" : text.substring(end + "\r\n\r\n".length()));
    }
}
