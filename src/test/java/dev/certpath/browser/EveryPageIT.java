package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Second;
import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in every state in a browser: accessible, without console messages, and never wider than the window. */
@RequiresBrowser
class EveryPageIT {

    private static final String ANSWERS =
            "?employerCloud=google-cloud&employerCloud=kubernetes&targetIndustry=healthcare&roleFocus=ml-research"
                    + "&mlBackground=expert";

    static Stream<Arguments> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("start", "/");
        pages.put("guide", "/guide");
        pages.put("exams side by side", "/guide/compare");
        pages.put("boxes", "/questionnaire/employer-cloud");
        pages.put("industries", "/questionnaire/target-industry");
        pages.put("roles", "/questionnaire/role-focus");
        pages.put("levels", "/questionnaire/ml-background");
        pages.put("check", SampleStudent.matching(Recommended.ANY).checkPage());
        pages.put("recommendation", saved(Recommended.ANY));
        pages.put("what if", saved(Recommended.ANY) + "/what-if" + ANSWERS);
        pages.put("shared", shared(saved(Recommended.ANY)));
        pages.put("delete?", saved(Recommended.ANY) + "/delete");
        pages.put("withdraw?", asked(Recommended.ANY) + "/withdraw");
        pages.put("conversation", answered(asked(Recommended.ANY)) + "?sent");
        pages.put("deleted", "/deleted");
        pages.put("not found", "/nowhere");
        pages.put("wrong method", "/recommendations");
        pages.put("login", "/login");
        return named(pages);
    }

    static Stream<Arguments> otherStates() {
        var states = new LinkedHashMap<String, String>();
        states.put("boxes, some ticked", "/questionnaire/employer-cloud?employerCloud=aws&employerCloud=azure");
        states.put("boxes, none ticked", "/questionnaire/employer-cloud?continue=");
        states.put(
                "boxes, too many ticked",
                "/questionnaire/employer-cloud?employerCloud=aws&employerCloud=none&continue=");
        states.put("industries, none chosen", "/questionnaire/target-industry?continue=");
        states.put("roles, one chosen", "/questionnaire/role-focus?roleFocus=mlops");
        states.put("roles, none chosen", "/questionnaire/role-focus?continue=");
        states.put("roles, unknown", "/questionnaire/role-focus?roleFocus=dentist");
        states.put("levels, none chosen", "/questionnaire/ml-background?continue=");
        states.put("check, with gaps", "/questionnaire/check?targetIndustry=retail");
        states.put("check, invalid answers", "/questionnaire/check?roleFocus=dentist&employerCloud=");
        var compared = saved(Recommended.ANY);
        states.put("what if, tie", compared + "/what-if" + answers(Recommended.ALL.get("tie of three")));
        states.put("what if, not known", compared + "/what-if" + answers(Recommended.ALL.get("something to find out")));
        states.put("what if, the same", compared + "/what-if" + answers(Recommended.ANY));
        states.put("what if, with gaps", compared + "/what-if?targetIndustry=retail");
        states.put("what if, unknown option", compared + "/what-if?roleFocus=dentist");
        states.put("shared, tie of three", shared(saved(Recommended.ALL.get("tie of three"))));
        states.put("recommendation, just asked", asked(Recommended.ANY) + "?sent");
        states.put("recommendation, contact withdrawn", saved(Recommended.ANY) + "?withdrawn");
        states.put("recommendation, question about closed case", closed(answered(asked(Recommended.ANY))));
        Recommended.ALL.forEach((name, condition) -> states.put("recommendation, " + name, saved(condition)));
        return named(states);
    }

    private static Stream<Arguments> named(Map<String, String> addresses) {
        return addresses.entrySet().stream().map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    private static String saved(Predicate<Recommendation> condition) {
        return SampleStudent.matching(condition).getsRecommendation().page().address();
    }

    private static String answers(Predicate<Recommendation> condition) {
        return SampleStudent.matching(condition).checkPage().replaceFirst("[^?]*", "");
    }

    /** The path of the read-only page of a recommendation. */
    private static String shared(String recommendation) {
        var site = TestApplication.shared();
        var url = site.api().gets("/api/v1" + recommendation).json().get("shareUrl");
        return site.removeAddress(url.stringValue());
    }

    /** Asks an advisor with all fields. */
    private static String asked(Predicate<Recommendation> condition) {
        var student = SampleStudent.matching(condition).getsRecommendation();
        var address = student.page().address();
        student.types("Your name (optional)", "Ann Lee")
                .types("Your e-mail (optional)", "ann.lee@example.org")
                .types("What should they look at? (optional)", "Is a beta wise?\n" + "x".repeat(200))
                .presses("Ask an advisor")
                .gets(200);
        return address;
    }

    /** An advisor writes to the student, who is answered then. */
    private static String answered(String address) {
        return performed(address, new CaseAction.Message("Not if you need it by March."));
    }

    private static String closed(String address) {
        return performed(address, new CaseAction.Close());
    }

    private static String performed(String address, CaseAction action) {
        var id = address.replace("/recommendations/", "");
        var service = TestApplication.shared().bean(CaseReviewService.class);
        var version = service.find(id).orElseThrow().saved().version();
        service.perform(id, version, action, "admin");
        return address;
    }

    private static final class Recommended {

        private static final Predicate<Recommendation> ANY = recommendation -> true;

        private static final Map<String, Predicate<Recommendation>> ALL = Map.of(
                "clear",
                recommendation -> recommendation.firmness().lead() > 10,
                "close",
                recommendation -> recommendation.firmness().lead() == 1,
                "tie of two",
                recommendation -> recommendation.leaders().size() == 2,
                "tie of three",
                recommendation -> recommendation.leaders().size() == 3,
                "second by answers",
                recommendation -> recommendation.second().why() == Second.Why.ANSWERS
                        && recommendation.second().usual() != null,
                "something to find out",
                recommendation -> recommendation.unknown() != null
                        && recommendation.unknown().findOut() != null,
                "nothing to find out",
                recommendation -> recommendation.unknown() != null
                        && recommendation.unknown().findOut() == null,
                "all platforms, and another certification beside the first",
                recommendation -> recommendation.answer("employerCloud").codes().size() == 5
                        && !recommendation.alongside().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void pageHasNoProblems(String name, String address, Browser browser) {
        PageChecks.assertNoProblems(browser.opens(address), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherStates")
    void stateHasNoProblems(String name, String address, Browser browser) {
        PageChecks.assertNoProblemsInSample(browser.opens(address), name);
    }

    @Test
    void printedRecommendationShowsTheReadOnlyAddress(Browser browser) {
        var recommendation = saved(Recommended.ANY);
        browser.opens(recommendation);
        assertThat(browser.shows(".print-only")).isFalse();
        browser.usesViewport(Viewport.print());
        assertThat(browser.texts(".print-only"))
                .containsExactly(
                        "This result can be read at " + TestApplication.shared().address() + shared(recommendation));
    }
}
