package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow clients: bodies, headers and idle connections of a few addresses leave the pages to the others. */
class RequestBodyValveTest {

    private static final String ATTACKER = "127.0.0.2";
    private static final List<String> ATTACKERS = List.of(ATTACKER, "127.0.0.4", "127.0.0.5");
    private static final String STUDENT = "127.0.0.3";
    private static final int CONNECTIONS = 300;
    private static final int TIMEOUT_MILLISECONDS = 60_000;

    private static final String ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
    private static final String FORM_HEADERS = "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    private static final String SLOW_FORM =
            "POST /recommendations HTTP/1.1\r\n" + FORM_HEADERS + "Content-Length: 60000\r\n\r\nemployerCloud=";

    private static TestApplication site;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs further addresses of this machine");
        site = TestApplication.on(
                folder, "CERTPATH_RATE_LIMIT=on", "certpath.limits.save=100000", "certpath.limits.body-timeout=60s");
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Forms that never end, headers that never end, and connections that are kept alive: more than there are threads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                SLOW_FORM,
                "POST /api/v1/recommendations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n5\r\n{",
                "GET /guide HTTP/1.1\r\nHost: localhost\r\nX-Slow: a",
                "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n",
            })
    void manySlowConnectionsOfThreeAddressesLeavePagesAndFormsToOthers(String start) throws IOException {
        for (int number = 0; number < CONNECTIONS; number++) {
            write(start, open(ATTACKERS.get(number % ATTACKERS.size())));
        }
        for (int visit = 0; visit < 20; visit++) {
            for (var socket : sockets.subList(visit, visit + 5)) {
                writeQuietly("a", socket);
            }
            assertThat(RawHttp.send(site, STUDENT, RawHttp.get("/guide")).status())
                    .isEqualTo(200);
            assertThat(RawHttp.send(site, STUDENT, RawHttp.form("/recommendations", ANSWERS))
                            .status())
                    .as("a form that arrives at once")
                    .isEqualTo(303);
        }
        assertThat(sendInTwoParts(STUDENT))
                .as("a form that arrives in two parts")
                .startsWith("HTTP/1.1 303");
    }

    @Test
    void rejectsBodiesAboveTheShareOfAnAddress() throws IOException {
        for (int number = 0; number < CONNECTIONS; number++) {
            write(SLOW_FORM, open(ATTACKER));
        }
        var last = sockets.get(CONNECTIONS - 1);
        assertThat(read(last)).startsWith("HTTP/1.1 503").contains("Retry-After: 1", "Connection: close");
    }

    /** Every byte arrives in time, but all of them together do not. */
    @Test
    void endsABodyAtItsDeadline() throws IOException, InterruptedException {
        var socket = open(STUDENT);
        write(SLOW_FORM, socket);
        for (int sent = 0; sent < 10_000 && socket.getInputStream().available() == 0; sent++) {
            writeQuietly("a", socket);
            site.clock().advance(Duration.ofSeconds(1));
            Thread.sleep(1);
        }
        site.resetClock();
        assertThat(read(socket))
                .startsWith("HTTP/1.1 408")
                .contains("Content-Security-Policy", "The request took too long", "Connection: close");
    }

    @Test
    void servesTheNextRequestAfterABodyThatWasSentTogetherWithIt() throws IOException {
        var socket = open(STUDENT);
        write(
                "POST /recommendations HTTP/1.1\r\n" + FORM_HEADERS + "Content-Length: " + ANSWERS.length() + "\r\n\r\n"
                        + ANSWERS
                        + "POST /recommendations HTTP/1.1\r\n" + FORM_HEADERS + "Transfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(ANSWERS.length()) + "\r\n" + ANSWERS + "\r\n0\r\n\r\n"
                        + RawHttp.get("/actuator/health/liveness"),
                socket);
        assertThat(read(socket))
                .containsSubsequence("HTTP/1.1 303", "HTTP/1.1 303", "HTTP/1.1 200", "{\"status\":\"UP\"}");
    }

    @Test
    void asksForABodyThatTheClientHasAnnounced() throws IOException {
        var socket = open(STUDENT);
        write(
                "POST /recommendations HTTP/1.1\r\nExpect: 100-continue\r\nConnection: close\r\n" + FORM_HEADERS
                        + "Content-Length: " + ANSWERS.length() + "\r\n\r\n",
                socket);
        var interim = new String(
                socket.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length()), StandardCharsets.US_ASCII);
        assertThat(interim).startsWith("HTTP/1.1 100");
        write(ANSWERS, socket);
        assertThat(read(socket)).startsWith("HTTP/1.1 303");
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 2_000_000, 5_000_000})
    void rejectsLargeBodies(int size) {
        var page = RawHttp.send(site, STUDENT, RawHttp.form("/recommendations", "a=" + "b".repeat(size)));
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("Request too large");
    }

    private String sendInTwoParts(String client) throws IOException {
        var request = RawHttp.form("/recommendations", ANSWERS);
        var socket = open(client);
        socket.setTcpNoDelay(true);
        write(request.substring(0, request.length() - 10), socket);
        RawHttp.send(site, client, RawHttp.get("/guide")); // meanwhile, the first part is read
        write(request.substring(request.length() - 10), socket);
        return read(socket);
    }

    private Socket open(String client) throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLISECONDS);
        socket.bind(new InetSocketAddress(InetAddress.getByName(client), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", site.port()));
        sockets.add(socket);
        return socket;
    }

    private static void write(String text, Socket socket) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes to a connection that the server may have closed. */
    private static void writeQuietly(String text, Socket socket) {
        try {
            write(text, socket);
        } catch (IOException closedByTheServer) {
            // The server rejected the request, as it should.
        }
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
