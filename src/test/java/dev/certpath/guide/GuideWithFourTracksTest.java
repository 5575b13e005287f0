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

/** Tests the application with a guide that has a fourth track with an exam and a colour. */
class GuideWithFourTracksTest {

    private static final String ANSWERS =
            "employerCloud=azure&targetIndustry=energy&roleFocus=other&mlBackground=expert";

    @TempDir
    private static Path folder;

    private static TestApplication application;

    private final HttpBrowser student = application.student();
    private final ApiClient api = application.api();

    @BeforeAll
    static void start() throws IOException {
        application = TestApplication.on(
                folder.resolve("data"), GuideYaml.withFourTracks().settings(folder));
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @Test
    void startPageNamesEveryProvider() {
        student.opens("/")
                .sees("Amazon Web Services, Google Cloud, Microsoft Azure and Oracle Cloud each have a certification");
    }

    @Test
    void recommendsTheFourthTrackAndShowsItsColourAndMark() {
        student.opens("/questionnaire/check?" + ANSWERS)
                .presses("Get my recommendation")
                .gets(200)
                .seesHeading("Start with Oracle AI Professional")
                .sees("A close call: 2 points ahead.", "You target energy Our decision 0 0 0 8");
        assertThat(student.texts("section.cert.tone-teal .mark")).containsExactly("O");
        assertThat(student.texts("section.cert.tone-blue .mark")).containsExactly("M");
        assertThat(student.texts(".receipt th.tone-teal")).containsExactly("OOracle");
        assertThat(student.html().select(".bars svg.tone-teal")).hasSize(1);
    }

    /** Azure is second here by the answers: it leads AWS, the usual second, by 5 points and Google by 6. */
    @Test
    void secondByTheAnswersIsComparedWithTheUsualOne() {
        student.opens("/questionnaire/check?" + ANSWERS)
                .presses("Get my recommendation")
                .sees(
                        "After Oracle most people go on to AWS.",
                        "Your answers put Azure 5 points ahead of it, so it comes second for you.");
    }

    @Test
    void guidePageShowsTheRulesAndTheExamOfTheTrack() {
        student.opens("/guide")
                .sees("Oracle: exams", "Oracle Cloud Infrastructure AI Certified Professional (1Z0-1122)")
                .sees("When these are equal, too: AWS, then Google, then Azure, then Oracle.");
        assertThat(student.texts("h3.tone-teal")).containsExactly("OOracle", "OOracle: exams");
    }

    @Test
    void apiKnowsTheTrack() {
        var document = api.posts("/api/v1/preview", """
                        {"employerCloud":["azure"],"targetIndustry":"energy","roleFocus":"other","mlBackground":"expert"}""").json();
        assertThat(document.at("/ranking")
                        .valueStream()
                        .map(ranked -> ranked.at("/track").stringValue()))
                .containsExactly("oracle", "azure", "aws", "google");
        assertThat(document.at("/first/exam/code").stringValue()).isEqualTo("1Z0-1122");
        assertThat(document.at("/whatIf")
                        .valueStream()
                        .map(whatIf -> whatIf.at("/track").stringValue()))
                .containsExactly("azure", "aws", "google");
        assertThat(api.gets("/api/v1/guide").json().at("/tracks/3/track").stringValue())
                .isEqualTo("oracle");
    }

    @Test
    void queueAndInsightsShowTheTrackInItsColour() {
        var saved = api.posts("/api/v1/recommendations", """
                        {"employerCloud":["azure"],"targetIndustry":"energy","roleFocus":"other","mlBackground":"expert"}""").json();
        var advisor = application.advisor();
        advisor.opens("/advisor?first=oracle")
                .gets(200)
                .sees(saved.at("/reference").stringValue());
        assertThat(advisor.texts("table .mark.tone-teal")).containsOnly("O");
        advisor.opens("/advisor/insights").gets(200);
        assertThat(advisor.texts(".legend .mark.tone-teal")).containsExactly("O");
        assertThat(advisor.html().select("td.tone-teal.leading")).isNotEmpty();
    }

    @Test
    void advisorCanDecideForTheTrack() {
        var saved = api.posts("/api/v1/recommendations", """
                        {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""").json();
        var advisor = application
                .advisor()
                .opens("/advisor/cases/" + saved.at("/id").stringValue())
                .chooses("Another first and second")
                .selects("First", "Oracle")
                .selects("Second", "AWS")
                .selects("Reason", "Their employer requires it")
                .types("Your words to the student", "Your company uses it.")
                .presses("Save decision")
                .gets(200)
                .sees("Another first and second: OOracle, then AWS.");
        assertThat(advisor.texts(".mark.tone-teal")).contains("O");
        student.opens("/recommendations/" + saved.at("/id").stringValue())
                .seesHeading("Your advisor suggests: start with Oracle AI Professional");
    }
}
