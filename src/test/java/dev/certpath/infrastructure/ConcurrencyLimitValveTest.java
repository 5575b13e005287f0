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

/** More than can be served at once are told at once to come back. */
class ConcurrencyLimitValveTest {

    private static final int MANY = 1_000;

    /** Fewer than are let in at once. */
    private static final int A_CROWD = 80;

    private final TestApplication site = TestApplication.shared();
    private final List<Socket> slow = new ArrayList<>();

    /** And waits until the site has noticed, for others use it next. */
    @AfterEach
    void leave() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        int asked = 0;
        while (RawHttp.send(site, RawHttp.get("/guide")).status() == 503) {
            assertThat(asked++).as("refused with nobody there").isLessThan(MANY);
        }
    }

    @Test
    void whoComesOnTopIsRefusedInOurWordsAndWhoAsksForHealthIsNot() throws IOException {
        come(A_CROWD);
        assertThat(RawHttp.send(site, RawHttp.get("/guide")).status()).isEqualTo(200);
        var page = onceRefused("/guide");
        assertThat(page.head()).contains("Retry-After: 1", "Content-Security-Policy", "text/html");
        assertThat(page.body()).contains("Too many requests at this moment").doesNotContain("Request ");
        var problem = onceRefused("/api/v1/guide");
        assertThat(problem.head()).contains("Retry-After: 1", "application/problem+json");
        assertThat(problem.body()).contains("\"status\":503");
        assertThat(RawHttp.send(site, RawHttp.get("/actuator/health/liveness")).status())
                .isEqualTo(200);
    }

    /** The refusal of whoever asks when enough others are being served. */
    private Response onceRefused(String address) throws IOException {
        var answer = RawHttp.send(site, RawHttp.get(address));
        while (answer.status() != 503) {
            assertThat(slow.size()).as("served at once").isLessThan(MANY);
            come(5);
            answer = RawHttp.send(site, RawHttp.get(address));
        }
        return answer;
    }

    private void come(int crowd) throws IOException {
        for (int one = 0; one < crowd; one++) {
            slow.add(begins());
        }
    }

    /** Sends the beginning of a form, for whose end the server waits. */
    private Socket begins() throws IOException {
        var socket = new Socket("127.0.0.1", site.port());
        var whole = RawHttp.form("/recommendations", "employerCloud=aws");
        socket.getOutputStream().write(whole.substring(0, whole.length() - 1).getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
