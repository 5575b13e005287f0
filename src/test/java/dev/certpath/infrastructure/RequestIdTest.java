package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every response has a request id. {@link DatabaseUnavailableTest} checks that it is logged. */
class RequestIdTest {

    private static final TestApplication SITE = TestApplication.shared();

    private static final String ID = "[0-9A-HJKMNP-TV-Z]{10}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/advisor",
                "/login",
                "/assets/css/student.css",
                "/no/such/page",
                "/api/v1/guide",
                "/api/nothing",
                "/actuator/health"
            })
    void everyResponseHasARequestId(String address) {
        assertThat(id(SITE.api().gets(address))).matches(ID);
    }

    @Test
    void requestIdsAreUnique() {
        assertThat(IntStream.range(0, 100).mapToObj(number -> id(SITE.api().gets("/actuator/health"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void ignoresRequestIdsOfClients() {
        var reply = SITE.api().gets("/api/nothing", RequestIdValve.HEADER, "SENTBYSOMEBODY");
        assertThat(id(reply)).matches(ID);
        assertThat(reply.body()).doesNotContain("SENTBYSOMEBODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/page", "/recommendations/unknown", "/questionnaire/nothing", "/guide?x=%zz"})
    void errorPagesShowTheRequestId(String address) {
        var answer = RawHttp.send(SITE, RawHttp.get(address));
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).contains("Request " + id(answer.head()));
    }

    @Test
    void problemDetailsHaveTheRequestId() {
        var replies = List.of(
                SITE.api().gets("/api/v1/recommendations/unknown"),
                SITE.api().gets("/api/nothing"),
                SITE.api().posts("/api/v1/preview", "{}"),
                SITE.api().posts("/api/v1/preview", "["),
                SITE.api().posts("/api/v1/preview", " ".repeat(20_000)));
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.header("Content-Type")).contains("application/problem+json");
            assertThat(reply.json().path("requestId").asString()).isEqualTo(id(reply));
        });
    }

    private static String id(Response reply) {
        return reply.header(RequestIdValve.HEADER);
    }

    private static String id(String head) {
        return head.replaceFirst("(?s).*\r\n" + RequestIdValve.HEADER + ": (" + ID + ")\r\n.*", "$1");
    }
}
