package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the application with a guide that has a fourth track with an exam and a colour. */
class GuideWithFourTracksTest {

    private static final String ANSWERS =
            "employerCloud=azure&targetIndustry=energy&roleFocus=other&mlBackground=expert";
    /** Insights show no shares and no leading track of fewer cases. */
    private static final int CASES_FOR_SHARES = 10;

    private static final String JSON_ANSWERS = """
            {"employerCloud":["azure"],"targetIndustry":"energy","roleFocus":"other","mlBackground":"expert"}""";

    @RegisterExtension
    static final ApplicationWithGuide application = new ApplicationWithGuide(GuideYaml.withFourTracks());

    private final HttpBrowser student = application.student();

    @Test
    void startPageNamesEveryProvider() {
        student.opens("/")
                .sees("Amazon Web Services, Google Cloud, Microsoft Azure and Oracle Cloud each have a certification");
    }

    @Test
    void recommendsTheFourthTrackAndShowsItsColourAndMark() {
        var student = application
                .recommends(ANSWERS)
                .seesHeading("Start with Oracle AI Professional")
                .sees("A close call: 2 points ahead.", "You target energy Our decision 0 0 0 8");
        assertThat(student.texts("section.cert.tone-teal .mark")).containsExactly("O");
        assertThat(student.texts("section.cert.tone-blue .mark")).containsExactly("M");
        assertThat(student.texts(".receipt th.tone-teal")).containsExactly("OOracle");
        assertThat(student.html().select(".bars svg.tone-teal")).hasSize(1);
    }

    /** Azure is second here by the answers: it leads AWS, the usual second, by 5 points, and Google, the third, by 2. */
    @Test
    void secondByTheAnswersIsComparedWithTheUsualOne() {
        application
                .recommends(ANSWERS + "&employerCloud=kubernetes")
                .sees(
                        "Oracle, then AWS is one of the most common sequences among the guide's students.",
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
        var document = application.preview(JSON_ANSWERS);
        assertThat(document.at("/ranking")
                        .valueStream()
                        .map(ranked -> ranked.at("/track").stringValue()))
                .containsExactly("oracle", "azure", "aws", "google");
        assertThat(document.at("/first/exam/code").stringValue()).isEqualTo("1Z0-1122");
        assertThat(document.at("/whatIf")
                        .valueStream()
                        .map(whatIf -> whatIf.at("/track").stringValue()))
                .containsExactly("azure", "aws", "google");
        assertThat(application
                        .api()
                        .gets("/api/v1/guide")
                        .json()
                        .at("/tracks/3/track")
                        .stringValue())
                .isEqualTo("oracle");
    }

    @Test
    void queueAndInsightsShowTheTrackInItsColour() {
        var reference = application.saveAndGetReference(JSON_ANSWERS);
        for (int more = 1; more < CASES_FOR_SHARES; more++) {
            application.save(JSON_ANSWERS);
        }
        var advisor = application.advisor();
        advisor.opens("/advisor?first=oracle").gets(200).sees(reference);
        assertThat(advisor.texts("table .mark.tone-teal")).containsOnly("O");
        advisor.opens("/advisor/insights").gets(200);
        assertThat(advisor.texts(".legend .mark.tone-teal")).containsExactly("O");
        assertThat(advisor.html().select("td.tone-teal.leading")).isNotEmpty();
    }

    @Test
    void advisorCanDecideForTheTrack() {
        var saved = application.save("""
                        {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""");
        var advisor = application
                .advisorOpens(saved)
                .chooses("Another first and second")
                .selects("First", "Oracle")
                .selects("Second", "AWS")
                .selects("Reason", "Their employer requires it")
                .types("Your words to the student", "Your company uses it.")
                .presses("Save")
                .gets(200)
                .sees("Another first and second: OOracle, then AWS.");
        assertThat(advisor.texts(".mark.tone-teal")).contains("O");
        student.opens("/recommendations/" + saved.at("/id").stringValue())
                .seesHeading("Your advisor suggests: start with Oracle AI Professional");
    }
}
