package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests above the concurrency limit get 503 at once. */
class ConcurrencyLimitValveTest {

    private static final int MAX_REQUESTS = 1_000;

    /** Fewer than the concurrency limit. */
    private static final int BELOW_LIMIT = 80;

    private final TestApplication site = TestApplication.shared();
    private final List<Socket> unfinishedRequests = new ArrayList<>();

    /** Waits until the application has noticed, because other tests share it. */
    @AfterEach
    void closeRequests() throws IOException {
        for (Socket socket : unfinishedRequests) {
            socket.close();
        }
        int attempts = 0;
        while (RawHttp.send(site, RawHttp.get("/guide")).status() == 503) {
            assertThat(attempts++).as("attempts without open requests").isLessThan(MAX_REQUESTS);
        }
    }

    @Test
    void rejectsRequestsAboveTheLimitButAnswersHealth() throws IOException {
        openRequests(BELOW_LIMIT);
        assertThat(RawHttp.send(site, RawHttp.get("/guide")).status()).isEqualTo(200);
        var page = sendUntilRejected("/guide");
        assertThat(page.head()).contains("Retry-After: 1", "Content-Security-Policy", "text/html");
        assertThat(page.body()).contains("Too many requests at this moment").doesNotContain("Request ");
        var problem = sendUntilRejected("/api/v1/guide");
        assertThat(problem.head()).contains("Retry-After: 1", "application/problem+json");
        assertThat(problem.body()).contains("\"status\":503");
        assertThat(RawHttp.send(site, RawHttp.get("/actuator/health/liveness")).status())
                .isEqualTo(200);
    }

    /** Opens further requests until one for the path is rejected, and returns its response. */
    private Response sendUntilRejected(String path) throws IOException {
        var answer = RawHttp.send(site, RawHttp.get(path));
        while (answer.status() != 503) {
            assertThat(unfinishedRequests.size()).as("concurrent requests").isLessThan(MAX_REQUESTS);
            openRequests(5);
            answer = RawHttp.send(site, RawHttp.get(path));
        }
        return answer;
    }

    private void openRequests(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            unfinishedRequests.add(openRequest());
        }
    }

    /** Sends a form without its last byte, so that a server thread waits for it. */
    private Socket openRequest() throws IOException {
        var socket = new Socket("127.0.0.1", site.port());
        var request = RawHttp.form("/recommendations", "employerCloud=aws");
        socket.getOutputStream()
                .write(request.substring(0, request.length() - 1).getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
