package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Tests the application with a guide of three other questions, two other tracks and no example. */
class GuideWithThreeQuestionsTest {

    @RegisterExtension
    static final ApplicationWithGuide application = new ApplicationWithGuide(GuideYaml.withThreeQuestions());

    @Test
    void leadsFromThreeAnswersToARecommendation() {
        var student = application.student();
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
                        "Java, then Python is one of the most common sequences among the guide's students.",
                        "You write programs for servers and browsers Guide: “Part two” 0 4",
                        "If you wrote programs for browsers and notebooks instead of servers and browsers",
                        "by a published guide, edition 7");
        assertThat(student.texts("section.cert.tone-crimson .mark")).containsExactly("J");
        assertThat(student.texts("section.cert.tone-olive .mark")).containsExactly("P");
    }

    @Test
    void secondOfTwoTracksNeedsNoThird() {
        application
                .recommends("platforms=notebooks&goal=&practice=years")
                .seesHeading("Start with Associate Python Programmer")
                .sees(
                        "The guide names no usual step after Python.",
                        "Whatever you do not know yet turns out to be, you start with this.");
    }

    @Test
    void guidePageShowsTheGuide() {
        application
                .student()
                .opens("/guide")
                .gets(200)
                .sees("4 rules, edition 7.", "Practice: Months", "platform, then goal, then practice");
    }

    @Test
    void apiSavesAndPreviewsTheSameDocument() {
        var body = "{\"platforms\":[\"servers\"],\"practice\":\"years\"}";
        var preview = application.preview(body);
        var saved = application.save(body);
        assertThat(saved.at("/answers")).isEqualTo(preview.at("/answers"));
        assertThat(saved.at("/answers").toString())
                .isEqualTo("{\"platforms\":[\"servers\"],\"goal\":\"open\",\"practice\":\"years\"}");
        assertThat(saved.at("/ranking")).isEqualTo(preview.at("/ranking"));
        assertThat(saved.at("/first/track").stringValue()).isEqualTo("java");
    }

    @Test
    void apiRejectsQuestionsOfOtherGuides() {
        var response = application
                .api()
                .posts(
                        "/api/v1/preview",
                        "{\"platforms\":[\"servers\"],\"practice\":\"years\",\"employerCloud\":[\"aws\"]}");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().at("/errors").valueStream().map(error -> error.at("/field")))
                .extracting(JsonNode::stringValue)
                .containsExactly("employerCloud");
    }

    @Test
    void queueExportAndInsightsShowTheQuestions() {
        var known = application.saveAndGetReference(
                "{\"platforms\":[\"browsers\",\"notebooks\"],\"goal\":\"promotion\",\"practice\":\"months\"}");
        var unknown = application.saveAndGetReference("{\"platforms\":[],\"practice\":\"years\"}");
        var advisor = application.advisor();
        advisor.opens("/advisor?platforms=browsers&goal=promotion")
                .gets(200)
                .sees(known)
                .doesNotSee(unknown);
        advisor.opens("/advisor?platforms=not-known&goal=open").sees(unknown).doesNotSee(known);
        advisor.opens("/advisor")
                .selects("Goal", "Any answer")
                .presses("Apply filters")
                .sees(known, unknown);
        assertThat(advisor.texts("label[for=practice]")).containsExactly("Practice");
        var csv = advisor.opens("/advisor/cases.csv").page().response().body();
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains(",Platforms,Platforms label,Goal,Goal label,Practice,Practice label,Decided first,");
        assertThat(csv)
                .contains(",browsers notebooks,\"Browsers, Notebooks\",promotion,A promotion,months,Months,", ",open,");
        advisor.opens("/advisor/insights").gets(200).sees("First track by Goal and Practice");
    }

    @Test
    void casePageShowsTheAnswers() {
        var saved = application.save("{\"platforms\":[\"notebooks\"],\"goal\":\"promotion\",\"practice\":\"months\"}");
        application
                .advisorOpens(saved)
                .sees("Platforms Notebooks", "Goal A promotion", "Practice Months", "the same")
                .doesNotSee("differs");
    }
}
