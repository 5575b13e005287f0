package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.Test;

/** The way from the start page to a recommendation, by links and forms. */
@OnEveryDatabase
class StudentJourneyIT {

    private static final String ALL_ANSWERED =
            "?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=practitioner";

    private final HttpBrowser student = TestApplication.shared().student();

    @Test
    void leadsFromFourAnswersToRecommendation() {
        student.opens("/")
                .seesHeading("Which cloud AI certification should you take first?")
                .starts()
                .seesHeading("What does your employer run on?")
                .sees("Question 1 of 4")
                .answers("Amazon Web Services (AWS)")
                .seesHeading("Which industry do you want to work in?")
                .sees("Question 2 of 4")
                .answers("Retail")
                .seesHeading("What kind of role are you aiming for?")
                .sees("Question 3 of 4")
                .answers("MLOps")
                .seesHeading("How much machine learning have you done?")
                .sees("Question 4 of 4")
                .answers("Practitioner")
                .seesHeading("Check your answers")
                .sees("Amazon Web Services (AWS)", "Retail", "MLOps", "Practitioner")
                .presses("Get my recommendation")
                .gets(200)
                .seesHeading("Start with AWS Machine Learning Engineer")
                .sees("A clear result: 14 points ahead.");
        assertThat(student.page().address()).matches("/recommendations/[0-9a-z]{26}");
    }

    @Test
    void acceptsSeveralPlatforms() {
        student.opens("/questionnaire/employer-cloud")
                .answers("Google Cloud", "Kubernetes")
                .answers("Healthcare")
                .answers("ML research")
                .answers("Expert")
                .sees("Google Cloud, Kubernetes")
                .presses("Get my recommendation")
                .seesHeading("Start with Google Machine Learning Engineer");
    }

    @Test
    void acceptsUnknownAnswers() {
        student.opens("/questionnaire/employer-cloud")
                .answers("I do not know")
                .answers("I do not know yet")
                .answers("I do not know yet")
                .answers("None yet")
                .presses("Get my recommendation")
                .sees(
                        "You did not answer this. It takes away no points.",
                        "It hangs on your employer cloud: AWS and Google are possible, too.");
    }

    @Test
    void returnsToCheckPageAfterChange() {
        student.opens("/questionnaire/check" + ALL_ANSWERED)
                .follows("Change target industry")
                .seesHeading("Which industry do you want to work in?")
                .seesTicked("Retail")
                .answers("Healthcare")
                .seesHeading("Check your answers")
                .sees("Amazon Web Services (AWS)", "Healthcare", "MLOps", "Practitioner")
                .doesNotSee("Retail");
    }

    @Test
    void returnsToCheckPageAfterErrorInChange() {
        student.opens("/questionnaire/check" + ALL_ANSWERED)
                .follows("Change employer cloud")
                .unticks("Amazon Web Services (AWS)")
                .presses("Continue")
                .gets(400)
                .answers("Microsoft Azure")
                .seesHeading("Check your answers")
                .sees("Microsoft Azure", "Retail", "MLOps", "Practitioner");
    }

    @Test
    void linksBackToPreviousPageWithItsAnswer() {
        student.opens("/questionnaire/check" + ALL_ANSWERED)
                .follows("Back")
                .seesHeading("How much machine learning have you done?")
                .seesTicked("Practitioner")
                .follows("Back")
                .seesHeading("What kind of role are you aiming for?")
                .seesTicked("MLOps")
                .follows("Back")
                .seesHeading("Which industry do you want to work in?")
                .seesTicked("Retail")
                .follows("Back")
                .seesHeading("What does your employer run on?")
                .seesTicked("Amazon Web Services (AWS)")
                .follows("Back")
                .seesHeading("Which cloud AI certification should you take first?");
    }

    @Test
    void keepsAnswerWhenGoingBackFromChange() {
        student.opens("/questionnaire/check" + ALL_ANSWERED)
                .follows("Change kind of role")
                .chooses("ML research")
                .follows("Back")
                .seesHeading("Check your answers")
                .sees("MLOps")
                .doesNotSee("ML research");
    }

    @Test
    void showsSamePageAfterReload() {
        student.opens("/questionnaire/employer-cloud").answers("Microsoft 365", "Kubernetes");
        var before = student.page();
        student.opens(before.address());
        assertThat(student.page().html().html()).isEqualTo(before.html().html());
    }

    @Test
    void asksOnlyMissingQuestionsOfPrefilledUrl() {
        student.opens("/questionnaire/target-industry?roleFocus=applied-ai&mlBackground=none")
                .answers("Government")
                .seesHeading("What does your employer run on?")
                .answers("None of these")
                .seesHeading("Check your answers")
                .sees("None of these", "Government", "Applied AI", "None yet");
    }

    @Test
    void savesFromPrefilledCheckPage() {
        student.opens("/questionnaire/check" + ALL_ANSWERED)
                .gets(200)
                .presses("Get my recommendation")
                .seesHeading("Start with AWS Machine Learning Engineer");
    }

    @Test
    void linksFromRecommendationToItsAnswers() {
        student.opens("/questionnaire/check" + ALL_ANSWERED)
                .presses("Get my recommendation")
                .seesHeading("Start with AWS Machine Learning Engineer")
                .follows("Change kind of role")
                .seesTicked("MLOps")
                .answers("ML research")
                .seesHeading("What if you preferred ML research to MLOps?")
                .sees("Amazon Web Services (AWS)", "Retail", "ML research", "Practitioner");
    }
}
