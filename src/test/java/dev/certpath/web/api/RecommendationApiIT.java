package dev.certpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Saving and finding recommendations by the API. */
@OnEveryDatabase
class RecommendationApiIT {

    private static final String ADDRESS = "/api/v1/recommendations";

    private final TestApplication site = TestApplication.shared();
    private final ApiClient api = site.api();
    private final int before = site.caseCount();

    @Test
    void findsSavedRecommendationAtItsLocation() {
        var saved = api.posts(ADDRESS, RequestBodies.good().toString());
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.header("Content-Type")).isEqualTo("application/json");
        var id = saved.json().get("id").stringValue();
        assertThat(id).matches("[0-9a-z]{26}");
        assertThat(saved.json().get("reference").stringValue()).matches("[0-9A-Z]{3}-[0-9A-Z]{3}");
        assertThat(saved.header("Location")).endsWith(ADDRESS + "/" + id);
        var found = api.gets(saved.header("Location"));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json()).isEqualTo(saved.json());
        assertThat(site.caseCount()).isEqualTo(before + 1);
    }

    @Test
    void hasUrlOfItsPage() {
        var saved = api.posts(ADDRESS, RequestBodies.good().toString()).json();
        var url = saved.get("url").stringValue();
        assertThat(url)
                .isEqualTo(
                        site.address() + "/recommendations/" + saved.get("id").stringValue());
        site.student()
                .opens(url)
                .sees(saved.get("reference").stringValue())
                .sees(saved.at("/first/exam/name").stringValue());
    }

    @Test
    void findsTheReadOnlyPartAtItsOwnId() {
        var saved =
                (ObjectNode) api.posts(ADDRESS, RequestBodies.good().toString()).json();
        var shareUrl = saved.get("shareUrl").stringValue();
        assertThat(shareUrl).matches(site.address() + "/shared/[0-9a-z]{26}");
        var shareId = shareUrl.substring(shareUrl.length() - 26);
        assertThat(shareId).isNotEqualTo(saved.get("id").stringValue());

        var shared = api.gets("/api/v1/shared/" + shareId);
        assertThat(shared.status()).isEqualTo(200);
        assertThat(shared.body()).doesNotContain(saved.get("id").stringValue());
        assertThat(shared.json()).isEqualTo(saved.without(List.of("id", "url", "cohort")));
    }

    @Test
    void noIdOpensWhatTheOtherOpens() {
        var saved = api.posts(ADDRESS, RequestBodies.good().toString()).json();
        var id = saved.get("id").stringValue();
        var shareId = saved.get("shareUrl").stringValue().replaceFirst(".*/", "");
        assertThat(api.gets(ADDRESS + "/" + shareId).status()).isEqualTo(404);
        assertThat(api.gets("/api/v1/shared/" + id).status()).isEqualTo(404);
        assertThat(api.gets("/api/v1/shared/" + "0".repeat(26)).status()).isEqualTo(404);
    }

    @Test
    void findsRecommendationSavedByForm() {
        var page = site.student()
                .opens("/questionnaire/check?employerCloud=&targetIndustry=other&roleFocus=mlops&mlBackground=none")
                .presses("Get my recommendation")
                .page();
        var found = api.gets("/api/v1" + page.address());
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().at("/answers/employerCloud")).isEmpty();
        assertThat(page.text()).contains(found.json().get("reference").stringValue());
    }

    @Test
    void previewsSameRecommendationWithoutIdentifiers() {
        var saved =
                (ObjectNode) api.posts(ADDRESS, RequestBodies.good().toString()).json();
        var preview = api.posts("/api/v1/preview", RequestBodies.good().toString());
        assertThat(preview.json()).isEqualTo(saved.without(List.of("id", "reference", "url", "shareUrl", "cohort")));
        assertThat(site.caseCount()).isEqualTo(before + 1);
    }

    @Test
    void plansTwelveWeeksUnlessOtherWeeksAreChosen() {
        var body = RequestBodies.good().put("asOf", "2026-11-27").toString();
        var saved = api.posts(ADDRESS, body).json();
        var address = ADDRESS + "/" + saved.get("id").stringValue();

        assertThat(steps(saved))
                .containsExactly(
                        "2026-11-27 prepare ",
                        "2027-01-22 book MLA-C02",
                        "2027-02-19 first MLA-C02",
                        "2027-11-27 second PMLE");
        assertThat(steps(api.gets(address + "?weeks=12").json())).isEqualTo(steps(saved));
        assertThat(steps(api.gets(address + "?weeks=4").json()))
                .containsExactly(
                        "2026-11-27 prepare ",
                        "2026-11-27 book ME1-C02",
                        "2026-12-25 first ME1-C02",
                        "2027-11-27 second PMLE");
        assertThat(steps(api.posts("/api/v1/preview?weeks=26", body).json())).contains("2027-05-28 first MLA-C02");
    }

    private static List<String> steps(JsonNode recommendation) {
        return recommendation
                .get("plan")
                .valueStream()
                .map(step ->
                        step.get("on").stringValue() + " " + step.get("what").stringValue() + " "
                                + step.at("/exam/code").asString(""))
                .toList();
    }

    @Test
    void saysHowCertainDatesAre() {
        var body = RequestBodies.good().put("asOf", "2026-11-27").toString();
        var exam = api.posts("/api/v1/preview", body).json().at("/first/exam");
        assertThat(exam.get("opensCertainty").stringValue()).isEqualTo("confirmed");
        assertThat(exam.get("closesCertainty").stringValue()).isEqualTo("expected");
        assertThat(exam.get("closesLanguage").isNull()).isTrue();
        assertThat(exam.get("attempts").intValue()).isEqualTo(1);
        assertThat(exam.at("/next/opensCertainty").stringValue()).isEqualTo("expected");
    }

    @Test
    void recommendsExamsOfGivenDate() {
        var body = RequestBodies.good().put("asOf", "2026-03-31").toString();
        var saved = api.posts(ADDRESS, body).json();
        assertThat(saved.get("asOf").stringValue()).isEqualTo("2026-03-31");
        assertThat(saved.at("/first/exam/code").stringValue()).isEqualTo("MLS-C01");
        assertThat(api.gets(ADDRESS + "/" + saved.get("id").stringValue()).json())
                .isEqualTo(saved);
    }

    @Test
    void savesOnceForSameKeyAndBodyInAnyOrder() {
        var key = key();
        var first = post(key, RequestBodies.good().toString());
        var again = post(key, """
                { "mlBackground": "practitioner", "roleFocus": "mlops", "targetIndustry": "retail",
                  "employerCloud": ["kubernetes", "aws"] }
                """);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(site.caseCount()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"employerCloud\":[\"aws\"],\"targetIndustry\":\"retail\",\"roleFocus\":\"mlops\",\"mlBackground\":\"none\"}",
                "{\"employerCloud\":[\"aws\",\"kubernetes\"],\"targetIndustry\":\"retail\",\"roleFocus\":\"mlops\","
                        + "\"mlBackground\":\"practitioner\",\"asOf\":\"2026-11-23\"}"
            })
    void rejectsKeyWithOtherAnswersOrDate(String other) {
        var key = key();
        post(key, RequestBodies.good().toString());
        assertThat(post(key, other).status()).isEqualTo(422);
        assertThat(post(key, other).header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(site.caseCount()).isEqualTo(before + 1);
    }

    @Test
    void savesEachRequestWithoutKey() {
        var one = api.posts(ADDRESS, RequestBodies.good().toString()).json();
        var other = api.posts(ADDRESS, RequestBodies.good().toString()).json();
        assertThat(one.get("id")).isNotEqualTo(other.get("id"));
        assertThat(one.get("reference")).isNotEqualTo(other.get("reference"));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void acceptsKeysOfValidLength(int length) {
        assertThat(post(keyOf(length), RequestBodies.good().toString()).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 65, 4_000})
    void rejectsKeysOfInvalidLength(int length) {
        var refused = post(keyOf(length), RequestBodies.good().toString());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().at("/errors/0/field").stringValue()).isEqualTo("Idempotency-Key");
        assertThat(site.caseCount()).isEqualTo(before);
    }

    @Test
    void answersUnknownIdWith404() {
        var missing = api.gets(ADDRESS + "/" + "0".repeat(26));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void doesNotFindByReference() {
        var saved = api.posts(ADDRESS, RequestBodies.good().toString()).json();
        assertThat(api.gets(ADDRESS + "/" + saved.get("reference").stringValue())
                        .status())
                .isEqualTo(404);
    }

    private Response post(String key, String body) {
        return api.posts(ADDRESS, body, "Idempotency-Key", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String keyOf(int length) {
        var random = UUID.randomUUID().toString().replace("-", "");
        return random.repeat(length / random.length() + 1).substring(0, length);
    }
}
