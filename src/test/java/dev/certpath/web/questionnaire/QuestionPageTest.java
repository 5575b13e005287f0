package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a question: its options and its errors. */
class QuestionPageTest {

    private final HttpBrowser student = TestApplication.shared().student();

    @ParameterizedTest
    @ValueSource(strings = {"employer-cloud", "target-industry", "role-focus", "ml-background"})
    void selectsNoOptionByDefault(String question) {
        student.opens("/questionnaire/" + question).gets(200).seesTicked();
    }

    @Test
    void sortsOptionsWithExceptionsLast() {
        var industries = student.opens("/questionnaire/target-industry").page().texts("label > span:first-of-type");
        var exceptions = List.of("Another industry", "I do not know yet");
        assertThat(industries).endsWith(exceptions.toArray(String[]::new));
        var ordinary = new ArrayList<>(industries.subList(0, industries.size() - exceptions.size()));
        assertThat(ordinary).hasSize(12).isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "employer-cloud  | Select what your employer runs on, or that you do not know",
                "target-industry | Select the industry you want to work in, or that you do not know yet",
                "role-focus      | Select the kind of role you are aiming for, or that you do not know yet",
                "ml-background   | Select how much machine learning you have done"
            })
    void reportsMissingAnswer(String question, String message) {
        student.opens("/questionnaire/" + question)
                .presses("Continue")
                .gets(400)
                .seesProblem(message);
        var fieldError = student.page().html().getElementById(question + "-error");
        assertThat(fieldError).isNotNull();
        assertThat(fieldError.text()).isEqualTo("Error: " + message);
        assertThat(student.page().html().select("fieldset").attr("aria-describedby"))
                .contains(fieldError.id());
    }

    @Test
    void keepsOtherAnswersAfterError() {
        student.opens("/questionnaire/role-focus?employerCloud=aws&employerCloud=kubernetes&targetIndustry=media")
                .presses("Continue")
                .gets(400)
                .answers("Applied AI")
                .seesHeading("How much machine learning have you done?")
                .answers("Foundations")
                .sees("Amazon Web Services (AWS), Kubernetes", "Media", "Applied AI", "Foundations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"None of these", "I do not know"})
    void rejectsExclusiveOptionWithOthersAndKeepsSelection(String alone) {
        student.opens("/questionnaire/employer-cloud")
                .answers("Google Cloud", "Microsoft 365", alone)
                .gets(400)
                .seesProblem("Select either what your employer runs on, or one of the last two answers, but not both")
                .seesTicked("Google Cloud", "Microsoft 365", alone)
                .unticks(alone)
                .presses("Continue")
                .seesHeading("Which industry do you want to work in?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"employer-clouds", "EMPLOYER-CLOUD", "employerCloud", "0"})
    void answersUnknownQuestionWith404(String question) {
        student.opens("/questionnaire/" + question).gets(404).seesHeading("Page not found");
    }

    @Test
    void keepsTheAnswersOfAQuestionThatIsNoLongerAsked() {
        student.opens("/questionnaire/shoe-size?employerCloud=aws&shoeSize=44&targetIndustry=retail&continue=")
                .gets(200)
                .isOn("/questionnaire/check?employerCloud=aws&targetIndustry=retail")
                .sees("Amazon Web Services (AWS)", "Retail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/questionnaire/role-focus?roleFocus=dentist",
                "/questionnaire/role-focus?roleFocus=MLOPS",
                "/questionnaire/role-focus?employerCloud=aws,azure",
                "/questionnaire/employer-cloud?employerCloud=aws&employerCloud=oracle&continue=",
                "/questionnaire/ml-background?mlBackground=undecided"
            })
    void answersUnknownOptionWith400(String address) {
        student.opens(address).gets(400).seesHeading("This address has an unknown answer");
    }

    @Test
    void keepsOtherAnswersAfterUnknownOption() {
        student.opens("/questionnaire/ml-background?employerCloud=azure&targetIndustry=moon&roleFocus=mlops")
                .gets(400)
                .follows("Choose an answer")
                .seesHeading("Which industry do you want to work in?")
                .answers("Energy")
                .answers("Expert")
                .sees("Microsoft Azure", "Energy", "MLOps", "Expert");
    }

    @Test
    void dropsUnknownParameters() {
        student.opens("/questionnaire/employer-cloud?utm_source=blog&shoeSize=44&targetIndustry=retail")
                .gets(200)
                .answers("Kubernetes")
                .seesHeading("What kind of role are you aiming for?");
        assertThat(student.page().address())
                .isEqualTo("/questionnaire/role-focus?employerCloud=kubernetes&targetIndustry=retail");
    }

    @Test
    void rejectsTwoAnswersToSingleChoice() {
        student.opens("/questionnaire/target-industry?targetIndustry=retail&targetIndustry=media&continue=")
                .gets(400)
                .seesProblem("Select the industry you want to work in, or that you do not know yet");
    }

    @Test
    void acceptsRepeatedOptionInUrl() {
        student.opens("/questionnaire/employer-cloud?employerCloud=aws&employerCloud=aws&continue=")
                .seesHeading("Which industry do you want to work in?");
    }
}
