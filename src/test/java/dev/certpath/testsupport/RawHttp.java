package dev.certpath.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, for requests that no proper client would send. */
public final class RawHttp {

    private static final String HERE = "127.0.0.1";
    private static final int PATIENCE_MILLISECONDS = 60_000;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param status its status
     * @param head the status line and the headers
     * @param body the rest
     */
    public record Answer(int status, String head, String body) {}

    /** Sends a whole request, a character a byte, and reads until the server closes. */
    public static Answer send(TestApplication site, String request) {
        return send(site, HERE, request);
    }

    /** The same, from another of this machine's own addresses. */
    public static Answer send(TestApplication site, String from, String request) {
        return send(site.port(), from, request);
    }

    /** The same, to whatever listens at that port of this machine. */
    public static Answer send(int port, String request) {
        return send(port, HERE, request);
    }

    private static Answer send(int port, String from, String request) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(HERE, port));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A GET request for any address, however it is written. */
    public static String get(String address) {
        return "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    /** A form as a browser sends it, but with any content. */
    public static String form(String address, String fields) {
        return "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + fields.length() + "\r\n\r\n" + fields;
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        var head = end < 0 ? text : text.substring(0, end);
        return new Answer(
                Integer.parseInt(head.split(" ")[1]), head, end < 0 ? "" : text.substring(end + "\r\n\r\n".length()));
    }
}
