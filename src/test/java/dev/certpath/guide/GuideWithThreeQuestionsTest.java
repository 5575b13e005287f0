package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tests the application with a guide of three other questions, two other tracks and no example. */
class GuideWithThreeQuestionsTest {

    @TempDir
    private static Path folder;

    private static TestApplication application;

    private final HttpBrowser student = application.student();
    private final ApiClient api = application.api();

    @BeforeAll
    static void start() throws IOException {
        application = TestApplication.on(
                folder.resolve("data"), GuideYaml.withThreeQuestions().settings(folder));
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @Test
    void leadsFromThreeAnswersToARecommendation() {
        student.opens("/")
                .sees("Answer three questions about", "Python Institute and Oracle each have a certification")
                .doesNotSee("What you get")
                .starts()
                .seesHeading("What do you write programs for?")
                .sees("Question 1 of 3")
                .answers("Servers", "Browsers")
                .answers("A first job")
                .answers("Months")
                .seesHeading("Check your answers")
                .presses("Get my recommendation")
                .gets(200)
                .seesHeading("Start with Professional Java Developer")
                .sees(
                        "A clear result: 5 points ahead.",
                        "After Java most people go on to Python.",
                        "You write programs for servers and browsers Guide: Part two 0 4",
                        "If you wrote programs for browsers and notebooks instead of servers and browsers",
                        "guide edition 7");
        assertThat(student.texts("section.cert.tone-crimson .mark")).containsExactly("J");
        assertThat(student.texts("section.cert.tone-olive .mark")).containsExactly("P");
    }

    @Test
    void secondOfTwoTracksNeedsNoThird() {
        student.opens("/questionnaire/check?platforms=notebooks&goal=&practice=years")
                .presses("Get my recommendation")
                .gets(200)
                .seesHeading("Start with Associate Python Programmer")
                .sees("The guide names no usual step after Python.", "What you do not know yet");
    }

    @Test
    void guidePageShowsTheGuide() {
        student.opens("/guide")
                .gets(200)
                .sees("4 rules, edition 7.", "Practice: Months", "platform, then goal, then practice");
    }

    @Test
    void apiSavesAndPreviewsTheSameDocument() {
        var body = "{\"platforms\":[\"servers\"],\"practice\":\"years\"}";
        var preview = api.posts("/api/v1/preview", body).json();
        var saved = api.posts("/api/v1/recommendations", body);
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.json().at("/answers")).isEqualTo(preview.at("/answers"));
        assertThat(saved.json().at("/answers").toString())
                .isEqualTo("{\"platforms\":[\"servers\"],\"goal\":\"open\",\"practice\":\"years\"}");
        assertThat(saved.json().at("/ranking")).isEqualTo(preview.at("/ranking"));
        assertThat(saved.json().at("/first/track").stringValue()).isEqualTo("java");
    }

    @Test
    void apiRejectsQuestionsOfOtherGuides() {
        var response = api.posts(
                "/api/v1/preview", "{\"platforms\":[\"servers\"],\"practice\":\"years\",\"employerCloud\":[\"aws\"]}");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().at("/errors").valueStream().map(error -> error.at("/field")))
                .extracting(JsonNode::stringValue)
                .containsExactly("employerCloud");
    }

    @Test
    void queueExportAndInsightsShowTheQuestions() {
        var known = save("{\"platforms\":[\"browsers\",\"notebooks\"],\"goal\":\"promotion\",\"practice\":\"months\"}");
        var unknown = save("{\"platforms\":[],\"practice\":\"years\"}");
        var advisor = application.advisor();
        advisor.opens("/advisor?platforms=browsers&goal=promotion")
                .gets(200)
                .sees(known, "browsers, notebooks · a promotion · months of practice")
                .doesNotSee(unknown);
        advisor.opens("/advisor?platforms=not-known&goal=open").sees(unknown).doesNotSee(known);
        advisor.opens("/advisor")
                .selects("Goal", "Any answer")
                .presses("Apply filters")
                .sees(known, unknown);
        assertThat(advisor.texts("label[for=practice]")).containsExactly("Practice");
        var csv = advisor.opens("/advisor/cases.csv").page().response().body();
        assertThat(csv.lines().findFirst().orElseThrow()).contains(",Platforms,Goal,Practice,Decided first,");
        assertThat(csv).contains(",browsers notebooks,promotion,months,", ",,open,years,");
        advisor.opens("/advisor/insights").gets(200).sees("First track by Goal and Practice");
    }

    @Test
    void casePageShowsTheAnswers() {
        var saved = api.posts(
                        "/api/v1/recommendations",
                        "{\"platforms\":[\"notebooks\"],\"goal\":\"promotion\",\"practice\":\"months\"}")
                .json();
        application
                .advisor()
                .opens("/advisor/cases/" + saved.at("/id").stringValue())
                .gets(200)
                .sees("Platforms Notebooks", "Goal A promotion", "Practice Months", "The same.");
    }

    private String save(String body) {
        return api.posts("/api/v1/recommendations", body)
                .json()
                .at("/reference")
                .stringValue();
    }
}
