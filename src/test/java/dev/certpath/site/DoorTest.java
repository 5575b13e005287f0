package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.Site;
import dev.certpath.Wire;
import dev.certpath.Wire.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than can be served at once are told at once to come back. */
class DoorTest {

    private static final int MANY = 1_000;

    /** Fewer than are let in at once, and more than get a turn on most machines. */
    private static final int A_CROWD = 80;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void whoComesOnTopIsRefusedInOurWordsAndWhoAsksForHealthIsNot(@TempDir Path folder) throws IOException {
        try (var site = Site.on(folder)) {
            come(A_CROWD, site);
            assertThat(Wire.send(site, Wire.get("/guide")).status())
                    .as("without a turn, but let in")
                    .isEqualTo(200);
            var page = onceRefused(site, "/guide");
            assertThat(page.head()).contains("Retry-After: 1", "Content-Security-Policy", "text/html");
            assertThat(page.body()).contains("Too many requests at this moment").doesNotContain("Request ");
            var problem = onceRefused(site, "/api/v1/guide");
            assertThat(problem.head()).contains("Retry-After: 1", "application/problem+json");
            assertThat(problem.body()).contains("\"status\":503");
            assertThat(Wire.send(site, Wire.get("/actuator/health/liveness")).status())
                    .isEqualTo(200);
            leave();
        }
    }

    /** The refusal of whoever asks when enough others are being served. */
    private Answer onceRefused(Site site, String address) throws IOException {
        var answer = Wire.send(site, Wire.get(address));
        while (answer.status() != 503) {
            assertThat(slow.size()).as("served at once").isLessThan(MANY);
            come(5, site);
            answer = Wire.send(site, Wire.get(address));
        }
        return answer;
    }

    private void come(int crowd, Site site) throws IOException {
        for (int one = 0; one < crowd; one++) {
            slow.add(begins(site));
        }
    }

    /** Sends the beginning of a form, for whose end the server waits. */
    private static Socket begins(Site site) throws IOException {
        var socket = new Socket("127.0.0.1", site.port());
        var whole = Wire.form("/recommendations", "employerCloud=aws");
        socket.getOutputStream().write(whole.substring(0, whole.length() - 1).getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
