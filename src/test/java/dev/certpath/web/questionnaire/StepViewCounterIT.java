package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.usage.QuestionnaireStep;
import dev.certpath.usage.StepCountService;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Students are counted at each step that they reach for the first time, going forward. */
@OnEveryDatabase
class StepViewCounterIT {

    private static final QuestionnaireStep EMPLOYER = QuestionnaireStep.question("employer-cloud");
    private static final QuestionnaireStep INDUSTRY = QuestionnaireStep.question("target-industry");
    private static final QuestionnaireStep ROLE = QuestionnaireStep.question("role-focus");
    private static final QuestionnaireStep BACKGROUND = QuestionnaireStep.question("ml-background");
    private static final String THREE_ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops";
    private static final String FOUR_ANSWERS = THREE_ANSWERS + "&mlBackground=expert";

    private final TestApplication site = TestApplication.withoutCases();
    private final StepCountService counts = site.bean(StepCountService.class);

    @BeforeEach
    void forgetsCounts() {
        counts.store();
        site.update("delete from questionnaire_views");
    }

    @Test
    void countsEachStepOfAStudentOnce() {
        answersToTheEnd().presses("Get my recommendation").gets(200);
        assertThat(counted())
                .isEqualTo(Map.of(
                        EMPLOYER,
                        1L,
                        INDUSTRY,
                        1L,
                        ROLE,
                        1L,
                        BACKGROUND,
                        1L,
                        QuestionnaireStep.CHECK,
                        1L,
                        QuestionnaireStep.SAVED,
                        1L));
    }

    @Test
    void doesNotCountErrorsGoingBackOrChanges() {
        var check = answersToTheEnd();
        var before = counted();

        check.opens("/questionnaire/role-focus?employerCloud=aws&targetIndustry=retail&continue=")
                .gets(400);
        check.opens("/questionnaire/check?" + FOUR_ANSWERS).follows("Back").gets(200);
        check.follows("Back").follows("Back").gets(200);
        check.opens("/questionnaire/check?" + FOUR_ANSWERS)
                .follows("Change target industry")
                .chooses("Energy")
                .presses("Continue")
                .seesHeading("Check your answers");

        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void countsARecommendationOnceWhenTheButtonIsPressedTwice() {
        var check = answersToTheEnd();
        var page = check.page();
        check.presses("Get my recommendation")
                .returnsTo(page)
                .presses("Get my recommendation")
                .gets(200);
        assertThat(counted()).containsEntry(QuestionnaireStep.SAVED, 1L);
    }

    @Test
    void doesNotCountOtherAnswersOfASavedRecommendation() {
        var student = answersToTheEnd().presses("Get my recommendation");
        var before = counted();
        var id = student.page().address().replace("/recommendations/", "");
        student.opens("/questionnaire/employer-cloud?of=" + id).gets(200);
        student.opens("/questionnaire/ml-background?of=" + id + "&" + THREE_ANSWERS)
                .gets(200);
        student.opens("/recommendations/" + id + "/what-if?" + FOUR_ANSWERS.replace("expert", "none"))
                .presses("Keep this one")
                .gets(200);
        assertThat(counted()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Purpose, prefetch",
        "Sec-Purpose, prefetch;prerender",
        "User-Agent, Mozilla/5.0 (compatible; Googlebot/2.1)",
        "User-Agent, SomeCrawler/1.0"
    })
    void doesNotCountRequestsInAdvanceAndBots(String header, String value) {
        site.student()
                .sendsHeader(header, value)
                .opens("/questionnaire/employer-cloud")
                .gets(200);
        assertThat(counted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/questionnaire/role-focus",
                "/questionnaire/role-focus?targetIndustry=retail",
                "/questionnaire/role-focus?employerCloud=aws&targetIndustry=retail&roleFocus=mlops",
                "/questionnaire/role-focus?employerCloud=aws&targetIndustry=retail&mlBackground=expert",
                "/questionnaire/role-focus?employerCloud=aws&targetIndustry=retail&from=check",
                "/questionnaire/check?" + FOUR_ANSWERS,
                "/questionnaire/nowhere"
            })
    void countsOnlyTheNextQuestion(String address) {
        site.student().opens(address);
        assertThat(counted()).isEmpty();
    }

    private HttpBrowser answersToTheEnd() {
        return site.student()
                .opens("/")
                .starts()
                .answers("Amazon Web Services (AWS)")
                .answers("Retail")
                .answers("MLOps")
                .answers("Expert");
    }

    private Map<QuestionnaireStep, Long> counted() {
        counts.store();
        return counts.findCounts(Optional.empty(), Optional.empty());
    }
}
