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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of a few addresses that send many requests and read no response leave the pages to the others. */
class ThreadShareValveTest {

    private static final List<String> ATTACKERS = List.of("127.0.0.2", "127.0.0.4", "127.0.0.5");
    private static final String STUDENT = "127.0.0.3";
    private static final int THREADS = 40;
    private static final int CONNECTIONS = 90;
    private static final int PIPELINED_REQUESTS = 400;
    private static final int SMALL_BUFFER = 4096;

    private static TestApplication site;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs further addresses of this machine");
        site = TestApplication.on(
                folder,
                "CERTPATH_RATE_LIMIT=on",
                "server.tomcat.threads.max=" + THREADS,
                "server.tomcat.connection-timeout=60s");
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

    /** A page, a page that exists for no address, a problem document, and a file. */
    @ParameterizedTest
    @ValueSource(strings = {"/guide", "/nothing", "/api/v1/nothing", "/assets/css/certpath.css"})
    void clientsThatReadNothingLeavePagesToOthers(String path) throws IOException {
        var requests = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(PIPELINED_REQUESTS);
        for (int number = 0; number < CONNECTIONS; number++) {
            write(requests, open(ATTACKERS.get(number % ATTACKERS.size())));
        }
        for (int visit = 0; visit < 50; visit++) {
            assertThat(RawHttp.send(site, STUDENT, RawHttp.get("/")).status()).isEqualTo(200);
        }
    }

    private Socket open(String client) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.bind(new InetSocketAddress(InetAddress.getByName(client), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", site.port()));
        sockets.add(socket);
        return socket;
    }

    /** Writes to a connection that the server may have closed. */
    private static void write(String text, Socket socket) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closedByTheServer) {
            // The address holds its share of threads.
        }
    }
}
