package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.TomcatWebServer;

/**
 * A client that sends many requests and reads no response holds a thread. A redirect is written when its request holds no
 * permit of {@link ConcurrencyLimitValve} any more, so that only the limit of threads keeps one address from holding all.
 */
class ThreadShareValveTest {

    private static final int THREADS = 20;
    private static final int CONNECTIONS = 2 * THREADS;
    private static final String PROXY = "127.0.0.2";

    /** For the server as for the client: much less than the responses to the requests of one connection. */
    private static final int SOCKET_BUFFER = 1024;

    /** As many as Tomcat answers on one connection. */
    private static final int PIPELINED_REQUESTS = 100;

    private static final String REDIRECT = "/recommendations";

    private static TestApplication site;

    private final List<Socket> sockets = new ArrayList<>();

    /** No thread that waits for a client gives up before the test ends. */
    @BeforeAll
    static void start(@TempDir Path folder) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs further addresses of this machine");
        site = TestApplication.on(
                folder,
                "CERTPATH_RATE_LIMIT=on",
                "certpath.trusted-proxies=" + PROXY,
                "certpath.limits.address-share=90", // so that concurrent requests of the attacker are accepted
                "server.tomcat.threads.max=" + THREADS,
                "server.tomcat.connection-timeout=10m");
        var connector = ((TomcatWebServer) site.webServer()).getTomcat().getConnector();
        connector.setProperty("socket.txBufSize", String.valueOf(SOCKET_BUFFER));
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

    @Test
    void oneAddressLeavesThreadsToOthers() throws IOException {
        openConnectionsThatReadNothing("127.0.0.3", "");

        assertThat(RawHttp.send(site, "127.0.0.4", RawHttp.get("/")).status()).isEqualTo(200);
    }

    @Test
    void oneClientOfAProxyLeavesThreadsToItsOtherClients() throws IOException {
        openConnectionsThatReadNothing(PROXY, "X-Forwarded-For: 203.0.113.1\r\n");

        var other = RawHttp.get("/").replace("\r\n\r\n", "\r\nX-Forwarded-For: 203.0.113.2\r\n\r\n");
        assertThat(RawHttp.send(site, PROXY, other).status()).isEqualTo(200);
    }

    /**
     * Opens one connection after the other, each when the first response of the one before begins. Tomcat processes them
     * in the order in which they are opened, and so before any that follows.
     */
    private void openConnectionsThatReadNothing(String address, String header) throws IOException {
        var request = "GET " + REDIRECT + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
        for (int number = 0; number < CONNECTIONS; number++) {
            var socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(SOCKET_BUFFER);
            socket.setSoTimeout(1_000);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", site.port()));
            writeAndReadOneByte(request.repeat(PIPELINED_REQUESTS), socket);
        }
    }

    private static void writeAndReadOneByte(String requests, Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        } catch (SocketException | SocketTimeoutException closedOrWaiting) {
            // The address has its share of threads, or, without a limit, all of them.
        }
    }
}
