package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Where students came from: carried along from the start page to the case, and shown to advisors. */
@OnEveryDatabase
class CohortIT {

    private static final String ANSWERS =
            "\"employerCloud\":[\"aws\"],\"targetIndustry\":\"retail\",\"roleFocus\":\"mlops\",\"mlBackground\":\"none\"";

    private final TestApplication site = TestApplication.shared();
    private final HttpBrowser student = site.student();

    @Test
    void isCarriedFromTheStartPageToTheCase() {
        student.opens("/?cohort=spring-fair-26").starts().follows("Back");
        assertThat(student.page().address()).isEqualTo("/?cohort=spring-fair-26");
        student.starts()
                .answers("Amazon Web Services (AWS)")
                .follows("Back")
                .presses("Continue")
                .presses("Continue")
                .gets(400)
                .answers("Retail")
                .answers("MLOps")
                .answers("Expert")
                .seesHeading("Check your answers")
                .follows("Change target industry")
                .follows("Back")
                .follows("Change target industry")
                .answers("Media")
                .presses("Get my recommendation")
                .gets(200);
        assertThat(saved(student).get("cohort").stringValue()).isEqualTo("spring-fair-26");
    }

    @Test
    void isCarriedFromAnAddressWithAnUnknownOption() {
        student.opens("/questionnaire/role-focus?roleFocus=dentist&cohort=class-7b")
                .gets(400)
                .follows("Choose an answer");
        assertThat(student.page().address()).contains("cohort=class-7b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Fair",
                "fair%202026",
                "a_b",
                "%3Cb%3E",
                "%C3%A9",
                "12345678901234567890123456789012345678901"
            })
    void anythingElseIsDropped(String cohort) {
        student.opens("/?cohort=" + cohort).starts();
        assertThat(student.page().address()).doesNotContain("cohort");
        student.opens("/questionnaire/employer-cloud?cohort=" + cohort).answers("Kubernetes");
        assertThat(student.page().address()).doesNotContain("cohort");
    }

    @Test
    void isOptional() {
        student.opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=none")
                .presses("Get my recommendation");
        assertThat(saved(student).get("cohort").isNull()).isTrue();
    }

    @Test
    void isShownToAdvisorsOnly() {
        var address = "/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=none"
                + "&cohort=job-fair";
        student.opens(address).presses("Get my recommendation").doesNotSee("job-fair");
        var document = saved(student);
        var shareUrl = document.get("shareUrl").stringValue();
        assertThat(site.api()
                        .gets(shareUrl.replace("/shared", "/api/v1/shared"))
                        .body())
                .doesNotContain("cohort", "job-fair");

        var advisor = site.advisor();
        advisor.opens("/advisor/cases/" + document.get("id").stringValue()).sees("Came from job-fair");
        var csv = advisor.opens("/advisor/cases.csv?view=all&q="
                        + document.get("reference").stringValue())
                .page()
                .response()
                .body()
                .lines()
                .toList();
        assertThat(csv.get(0)).endsWith(",Came from");
        assertThat(csv.get(1)).endsWith(",job-fair");
    }

    @Test
    void isAFieldInJson() {
        var saved = posts("{" + ANSWERS + ",\"cohort\":\"class-7b\"}");
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.json().get("cohort").stringValue()).isEqualTo("class-7b");
        assertThat(site.api().gets(saved.header("Location")).json()).isEqualTo(saved.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"Class 7b\"", "null", "7", "[\"class-7b\"]", "{}"})
    void anythingElseIsDroppedFromJson(String cohort) {
        var saved = posts("{" + ANSWERS + ",\"cohort\":" + cohort + "}");
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.json().get("cohort").isNull()).isTrue();
    }

    @Test
    void isNotPartOfWhatAnIdempotencyKeyIsFor() {
        var key = UUID.randomUUID().toString();
        var first = posts("{" + ANSWERS + ",\"cohort\":\"one\"}", "Idempotency-Key", key);
        var again = posts("{" + ANSWERS + "}", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
    }

    private ApiClient.Response posts(String body, String... headers) {
        return site.api().posts("/api/v1/recommendations", body, headers);
    }

    private JsonNode saved(HttpBrowser student) {
        return site.api().gets("/api/v1" + student.page().address()).json();
    }
}
