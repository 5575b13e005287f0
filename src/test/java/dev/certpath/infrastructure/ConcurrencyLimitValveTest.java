package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests above the concurrency limit, or above the share of one address, get 503 at once. */
class ConcurrencyLimitValveTest {

    private static final int LIMIT = 20;
    private static final int CONNECTIONS = 3;
    private static final int MAX_REQUESTS = 500;
    private static final String WAITS_FOR_A_CONNECTION = "/recommendations/7q4kx2m9pa7q4kx2m9pa7q4kx2";

    private static TestApplication site;

    private final List<Socket> waitingRequests = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = TestApplication.on(
                folder,
                "CERTPATH_RATE_LIMIT=on",
                "certpath.limits.address-share=50",
                "server.tomcat.threads.max=" + 4 * LIMIT,
                "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
                "spring.datasource.hikari.connection-timeout=60000");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void takeAllConnections() throws SQLException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs further addresses of this machine");
        for (int number = 0; number < CONNECTIONS; number++) {
            connections.add(site.bean(HikariDataSource.class).getConnection());
        }
    }

    /** Waits until all requests are answered, so that they hold no permits during the next test. */
    @AfterEach
    void releaseConnections() throws IOException, SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        for (Socket socket : waitingRequests) {
            socket.getInputStream().readAllBytes();
            socket.close();
        }
    }

    @Test
    void rejectsRequestsAboveTheLimitButAnswersHealth() throws IOException {
        openRequests("127.0.0.1", LIMIT / 2);
        openRequests("127.0.0.2", LIMIT / 2 - 2);
        assertThat(get("127.0.0.3", "/guide").status()).as("below the limit").isEqualTo(200);
        openRequests("127.0.0.2", 2);
        var page = untilRejected("127.0.0.3", "/guide", "127.0.0.2");
        assertThat(page.head()).contains("Retry-After: 1", "Content-Security-Policy", "text/html");
        assertThat(page.body()).contains("Too many requests at this moment").doesNotContain("Request ");
        var problem = untilRejected("127.0.0.3", "/api/v1/guide", "127.0.0.2");
        assertThat(problem.head()).contains("Retry-After: 1", "application/problem+json");
        assertThat(problem.body()).contains("\"status\":503");
        untilRejected("127.0.0.3", "/actuator/nothing", "127.0.0.2");
        assertThat(get("127.0.0.3", "/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void oneAddressHoldsOnlyItsShare() throws IOException {
        openRequests("127.0.0.4", 2 * LIMIT);
        assertThat(untilRejected("127.0.0.4", "/guide", "127.0.0.4").head()).contains("Retry-After: 1");
        assertThat(get("127.0.0.5", "/guide").status()).isEqualTo(200);
    }

    /**
     * Repeats a request until one is rejected. Opens another request that waits in between, because one that was opened may
     * have been rejected: a permit is released shortly after its response was sent.
     */
    private Response untilRejected(String client, String path, String waitingClient) throws IOException {
        var answer = get(client, path);
        for (int attempt = 0; answer.status() != 503; attempt++) {
            assertThat(attempt)
                    .as("attempts, the last one with status %s", answer.status())
                    .isLessThan(MAX_REQUESTS);
            openRequests(waitingClient, 1);
            answer = get(client, path);
        }
        return answer;
    }

    private static Response get(String client, String path) {
        return RawHttp.send(site, client, RawHttp.get(path));
    }

    private void openRequests(String client, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            var socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(client), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", site.port()));
            socket.getOutputStream().write(RawHttp.get(WAITS_FOR_A_CONNECTION).getBytes(StandardCharsets.ISO_8859_1));
            waitingRequests.add(socket);
        }
    }
}
