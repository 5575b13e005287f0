package dev.certpath.bench.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that is kept open for many requests, and opened again when the server has closed it. It does little more than
 * to read to the end of a response, so that the client takes as little as possible of the processor that it shares with the
 * server.
 */
final class HttpConnection implements AutoCloseable {

    private static final int BUFFER_BYTES = 65_536;

    private final URI site;
    private Socket socket;
    private InputStream input;
    private boolean isClosedByServer;
    private final byte[] discarded = new byte[BUFFER_BYTES];

    HttpConnection(URI site) throws IOException {
        this.site = site;
        connect();
    }

    /** Sends a request, reads the whole response and returns its status. */
    int send(byte[] request) throws IOException {
        if (isClosedByServer) {
            close();
            connect();
        }
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(readLine().split(" ")[1]);
        skipBody();
        return status;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void connect() throws IOException {
        socket = new Socket(site.getHost(), site.getPort());
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        isClosedByServer = false;
    }

    private void skipBody() throws IOException {
        long length = 0;
        boolean chunked = false;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            var lowerCase = header.toLowerCase(Locale.ROOT);
            if (lowerCase.startsWith("content-length:")) {
                length = Long.parseLong(lowerCase.substring(15).strip());
            }
            chunked |= lowerCase.equals("transfer-encoding: chunked");
            isClosedByServer |= lowerCase.equals("connection: close");
        }
        if (chunked) {
            skipChunks();
        } else {
            skip(length);
        }
    }

    private void skipChunks() throws IOException {
        int length;
        do {
            length = Integer.parseInt(readLine(), 16);
            skip(length + 2L); // with the end of the line
        } while (length > 0);
    }

    private void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            int read = input.read(discarded, 0, (int) Math.min(left, discarded.length));
            if (read < 0) {
                throw new EOFException("The server closed the connection");
            }
            left -= read;
        }
    }

    private String readLine() throws IOException {
        var line = new StringBuilder(80);
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            line.append((char) next);
        }
        line.setLength(line.length() - 1); // the carriage return
        return line.toString();
    }

    /** A GET request, with other header lines or an empty text. */
    static byte[] get(String address, String headers) {
        return bytes("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    /** A POST request with a JSON body, with other header lines or an empty text. */
    static byte[] post(String address, String json, String headers) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return bytes("POST " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n" + headers + "\r\n" + json);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
