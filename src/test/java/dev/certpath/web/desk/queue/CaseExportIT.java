package dev.certpath.web.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.certpath.cases.search.CaseGenerator;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.RandomSeed;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class CaseExportIT {

    /** Their CSV is larger than the socket buffers, so that the server waits for the client. */
    private static final int CASES = 40_000;

    private static final int GENERATED_CASES = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final TestApplication application = TestApplication.withoutCases();

    @BeforeEach
    void insertCases() {
        CaseGenerator.insert(new CaseGenerator(RandomSeed.get()).generate(GENERATED_CASES), application);
        application.update("""
                insert into cases (address, share_id, reference, opened_at, as_of, guide_edition, document_id, first_track,
                  second_track, firmness, lead_points, possible_firsts, first_exam, second_exam, rules, answers, status,
                  needs_someone, changed_at, acts, version)
                select 'copy' || row_number() over (), 'share of copy ' || row_number() over (), 'C' || row_number() over (), a.opened_at, a.as_of, a.guide_edition,
                  a.document_id, a.first_track, a.second_track, a.firmness, a.lead_points, a.possible_firsts,
                  a.first_exam, a.second_exam, a.rules, a.answers, 'NEW', false, a.changed_at, 1, 0
                from cases a, cases b
                """);
        assertThat(application.caseCount()).isEqualTo(GENERATED_CASES + CASES);
    }

    @AfterEach
    void deleteCases() {
        application.update("delete from cases");
    }

    @Test
    void exportsAllCases() {
        var csv = application.advisor().opens("/advisor/cases.csv?view=all").gets(200);
        assertThat(csv.page().response().body().lines()).hasSize(1 + GENERATED_CASES + CASES);
    }

    @Test
    void exportsDecisionWithLabelsForPeople() {
        application.update("delete from cases");
        var desk = application.student();
        var saved = desk.opens(
                        "/questionnaire/check?targetIndustry=retail&roleFocus=other&mlBackground=expert&employerCloud=")
                .presses("Get my recommendation")
                .page()
                .address();
        application
                .advisor()
                .opens(saved.replace("/recommendations/", "/advisor/cases/"))
                .chooses("Another first and second")
                .selects("First", "Azure")
                .selects("Second", "Google")
                .selects("Reason", "Cost or time")
                .types("Your words to the student", "It is shorter.")
                .presses("Save");

        var body = application
                .advisor()
                .opens("/advisor/cases.csv?view=all")
                .page()
                .response()
                .body();

        assertThat(body).startsWith("\ufeffReference,");
        var lines = body.substring(1).split("\r\n");
        assertThat(lines[0]).contains(",Status,Status label,", "Decision,Decision label,Decided otherwise because,");
        assertThat(lines[1])
                .contains(
                        ",decided,Decided,admin,",
                        ",retail,Retail,",
                        ",azure,Azure,google,Google,otherwise,Otherwise,cost-or-time,Cost or time,admin,")
                .matches(".*,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,$")
                .doesNotContainPattern("\\d\\d:\\d\\d\\.\\d");
    }

    @Test
    void endsQuietlyWhenTheClientDisconnects() {
        var cookie = application.advisor().cookieHeader();
        var log = LogCapture.during(() -> {
            disconnectAfterFirstBytes(cookie);
            await(() -> activeConnections() == 0);
            application.advisor().opens("/advisor/cases.csv?view=all&q=C1").gets(200);
        });
        assertThat(log.warnings()).isEmpty();
        await(() -> activeConnections() == 0); // a scheduled job may have one for a moment
    }

    private void disconnectAfterFirstBytes(String cookie) {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", application.port()));
            socket.setSoLinger(true, 0); // closing resets the connection
            var request =
                    "GET /advisor/cases.csv?view=all HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(2_000), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("Reference,Name,Opened");
            assertThat(activeConnections()).isPositive();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private int activeConnections() {
        return application.bean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }

    private static void await(BooleanSupplier condition) {
        var deadline = Instant.now().plus(TIMEOUT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
