package dev.certpath.trials;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sends requests from addresses of the loopback network, each of which is a client of its own.
 *
 * @param port the port of the application
 */
record Attacker(int port) {

    static final String ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";

    private static final int SMALL_BUFFER = 4096;
    private static final int TIMEOUT_MILLISECONDS = 60_000;

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the value of the header {@code Location}; empty without one. */
    static String location(Response response) {
        return response.head().contains("Location: ")
                ? response.head().replaceAll("(?s).*Location: (\\S+).*", "$1")
                : "";
    }

    /** Sends requests one after the other, and returns how many were answered with each status. */
    static Map<Integer, Long> statuses(int count, IntFunction<Response> request) {
        return IntStream.range(0, count)
                .mapToObj(request)
                .collect(Collectors.groupingBy(Response::status, Collectors.counting()));
    }

    /** Sends requests by a number of threads, and returns how many were answered with each status. */
    static Map<Integer, Long> parallelStatuses(int threads, int count, IntFunction<Response> request) {
        var executor = Executors.newFixedThreadPool(threads);
        try {
            var requests = IntStream.range(0, count)
                    .mapToObj(number -> (Callable<Response>) () -> request.apply(number))
                    .toList();
            var responses = executor.invokeAll(requests);
            return statuses(count, number -> {
                try {
                    return responses.get(number).get();
                } catch (InterruptedException | ExecutionException cause) {
                    throw new AssertionError(cause);
                }
            });
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        } finally {
            executor.shutdown();
        }
    }

    Response get(String client, String path, String... headers) {
        return send(client, "GET " + path, "", headers);
    }

    Response head(String client, String path, String... headers) {
        return send(client, "HEAD " + path, "", headers);
    }

    Response post(String client, String path, String fields, String... headers) {
        return send(client, "POST " + path, fields, headers);
    }

    /** Opens the login page and submits its form. Returns the response of the page if that is an error. */
    Response login(String client, String username, String password) {
        var page = get(client, "/login");
        if (page.status() != 200) {
            return page;
        }
        var token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var fields = "_csrf=" + token + "&username=" + encode(username) + "&password=" + encode(password);
        return post(client, "/login", fields, sessionCookie(page));
    }

    /** Returns the header that sends the session cookie of a response. */
    static String sessionCookie(Response page) {
        return page.head().replaceAll("(?s).*Set-Cookie: (certpath=[^;]+).*", "Cookie: $1");
    }

    /** Opens a connection, sends a text and reads nothing. */
    Socket open(String client, String text) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(SMALL_BUFFER);
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            socket.bind(new InetSocketAddress(InetAddress.getByName(client), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            writeQuietly(text, socket);
            return socket;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Writes to a connection that the server may have closed. */
    static void writeQuietly(String text, Socket socket) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException closedByTheServer) {
            // The server rejects the client, as it may.
        }
    }

    private Response send(String client, String methodAndPath, String body, String... headers) {
        var host = String.join("", headers).contains("Host: ") ? "" : "Host: localhost\r\n";
        var form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n";
        return RawHttp.send(
                port,
                client,
                methodAndPath + " HTTP/1.1\r\nConnection: close\r\n" + host + (body.isEmpty() ? "" : form)
                        + IntStream.range(0, headers.length)
                                .mapToObj(index -> headers[index] + "\r\n")
                                .collect(Collectors.joining())
                        + "\r\n" + body);
    }
}
