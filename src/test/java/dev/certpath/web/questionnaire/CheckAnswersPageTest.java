package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check page with all, some, or invalid answers. */
class CheckAnswersPageTest {

    private final HttpBrowser student = TestApplication.shared().student();

    @Test
    void showsUnansweredQuestionsWithButtonToFirst() {
        student.opens("/questionnaire/check?targetIndustry=energy")
                .gets(200)
                .seesHeading("Check your answers")
                .sees("Energy");
        assertThat(student.page().texts("dd.unanswered"))
                .containsExactly("Not answered yet", "Not answered yet", "Not answered yet");
        assertThat(student.page().texts("a[role=button]")).containsExactly("Continue with the next question");
        assertThat(student.page().html().select("main form")).isEmpty();
        student.follows("Continue with the next question").seesHeading("What does your employer run on?");
    }

    @Test
    void linksToUnansweredQuestion() {
        student.opens("/questionnaire/check?targetIndustry=energy")
                .follows("Answer kind of role")
                .answers("Custom models")
                .seesHeading("Check your answers")
                .sees("Energy", "Custom models");
        assertThat(student.page().texts("dd.unanswered")).hasSize(2);
    }

    @Test
    void acceptsUnknownEmployerAsAnswer() {
        student.opens("/questionnaire/check?employerCloud=");
        assertThat(student.page().texts("dl > div:first-of-type dd")).startsWith("I do not know");
        assertThat(student.page().texts("dd.unanswered")).hasSize(3);
    }

    @Test
    void hasFormWithAnswersAndNewKey() {
        var address =
                "/questionnaire/check?employerCloud=&targetIndustry=other&roleFocus=undecided&mlBackground=expert";
        var form = student.opens(address).page().html().select("main form").first();
        assertThat(form).isNotNull();
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.attr("action")).isEqualTo("/recommendations");
        assertThat(form.select("input[type=hidden]").eachAttr("name"))
                .containsExactly("employerCloud", "targetIndustry", "roleFocus", "mlBackground", "idempotencyKey");
        var key = form.select("[name=idempotencyKey]").val();
        assertThat(key).hasSizeBetween(16, 64);
        student.opens(address);
        assertThat(student.page().html().select("[name=idempotencyKey]").val()).isNotEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "employerCloud=aws&employerCloud=none",
                "targetIndustry=retail&targetIndustry=media",
                "roleFocus=dentist",
                "mlBackground=undecided"
            })
    void reportsInvalidAnswerWithLink(String wrong) {
        student.opens("/questionnaire/check?" + wrong).gets(400);
        assertThat(student.page().html().title()).isEqualTo("Error: Check your answers - Certification path");
        var links = student.page().html().select("[data-errors] a");
        assertThat(links).hasSize(1);
        assertThat(student.page().html().getElementById(links.attr("href").substring(1)))
                .isNotNull();
    }

    @Test
    void rejectsIncompleteForm() {
        int before = TestApplication.shared().caseCount();
        student.posts("/recommendations", Map.of("employerCloud", List.of("aws"), "roleFocus", List.of("mlops")))
                .gets(400)
                .seesProblem("Select the industry you want to work in, or that you do not know yet")
                .seesProblem("Select how much machine learning you have done")
                .sees("Amazon Web Services (AWS)", "MLOps", "Not answered yet");
        assertThat(TestApplication.shared().caseCount()).isEqualTo(before);
    }

    @Test
    void rejectsInvalidForm() {
        int before = TestApplication.shared().caseCount();
        student.posts(
                        "/recommendations",
                        Map.of(
                                "employerCloud", List.of("aws", "none"),
                                "targetIndustry", List.of("moon"),
                                "roleFocus", List.of("mlops"),
                                "mlBackground", List.of("expert")))
                .gets(400)
                .seesProblem("Select either what your employer runs on, or one of the last two answers, but not both")
                .seesProblem("Select the industry you want to work in, or that you do not know yet")
                .sees("MLOps", "Expert");
        assertThat(TestApplication.shared().caseCount()).isEqualTo(before);
    }
}
