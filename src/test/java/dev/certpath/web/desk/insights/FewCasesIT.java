package dev.certpath.web.desk.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.Cohort;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Answers;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.usage.QuestionnaireStep;
import dev.certpath.usage.StepCountService;
import dev.certpath.usage.StepCounter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The insights about few cases, and about advisors, cohorts and the steps of the questionnaire. */
@OnEveryDatabase
class FewCasesIT {

    private static final String PERCENTAGE = "\\d+%";

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseService cases = desk.bean(CaseService.class);
    private final CaseReviewService reviews = desk.bean(CaseReviewService.class);
    private final StepCountService counts = desk.bean(StepCountService.class);

    private String name = "";

    @BeforeEach
    void createsAdvisor() {
        name = desk.newAdvisor();
        counts.store();
        TestApplication.shared().update("delete from questionnaire_views");
    }

    @Test
    void showsCountsInsteadOfPercentagesOfFewerThanTenCases() {
        for (int number = 0; number < 9; number++) {
            decided(desk.caseOf("aws"), number < 3);
        }

        var page = insights();
        assertThat(page.page().text())
                .contains("3 of 9", "Where fewer than 10 cases are compared")
                .doesNotContainPattern(PERCENTAGE)
                .doesNotContain("busiest", "comes first most often", "may have too many points");
        assertThat(page.html().select(".above-average, .leading, [class*=shade-]:not(.shade-0)"))
                .isEmpty();

        decided(desk.caseOf("aws"), true);
        page = insights();
        assertThat(page.page().text()).contains("40%", "comes first most often");
        assertThat(page.html().select(".leading")).isNotEmpty();
    }

    @Test
    void showsMedianAndLongestWaitOfThoseWhoWaitAndThoseWhoWereAnswered() {
        var answered = List.of(asked(), asked(), asked());
        desk.clock().advance(Duration.ofDays(1));
        answer(answered.get(0));
        desk.clock().advance(Duration.ofDays(1));
        answer(answered.get(1));
        asked();
        desk.clock().advance(Duration.ofDays(3));
        answer(answered.get(2));
        answer(answered.get(2));
        asked();

        var rows = table(insights(), "Waiting times of students who asked");
        assertThat(rows).containsExactly("Waiting now 5 5 days 5 days", "Answered in this period 3 2 days 5 days");
        assertThat(table(
                        desk.browserOf(name).opens("/advisor/insights?from=2020-01-01&to=2020-12-31"),
                        "Waiting times of students who asked"))
                .containsExactly("Waiting now 5 5 days 5 days", "Answered in this period 0");
        insights().follows("5").sees("5 cases");
    }

    @Test
    void countsARequestAfterADecisionAgain() {
        var saved = asked();
        desk.clock().advance(Duration.ofDays(2));
        decided(saved, false);
        desk.clock().advance(Duration.ofDays(1));
        ask(saved);
        desk.clock().advance(Duration.ofDays(4));
        decided(saved, false);
        assertThat(table(insights(), "Waiting times of students who asked"))
                .containsExactly("Waiting now 0", "Answered in this period 2 3 days 4 days");
    }

    @Test
    void showsTheCasesOfEachAdvisor() {
        var other = desk.newAdvisor();
        asked();
        perform(asked(), new CaseAction.Take(), name);
        perform(desk.caseOf("aws"), new CaseAction.Take(), name);
        decided(desk.caseOf("aws"), true, other);
        assertThat(table(insights(), "Open cases now, and decided cases of those opened in this period"))
                .containsExactly("Nobody 1 1 minutes 0", name + " 2 1 minutes 0", other + " 0 0 1");
    }

    @Test
    void showsCasesByCohortWithLinksToThem() {
        IntStream.range(0, 3).forEach(number -> ofCohort("spring-fair"));
        decided(ofCohort("class-7b"), true);
        desk.caseOf("aws");

        var page = insights();
        assertThat(table(page, "Cases by cohort")).containsExactly("spring-fair 3 3 0 0 0 0", "class-7b 1 1 0 0 1 1");
        page.opens(link(page, "Cases by cohort", 0)).sees("3 cases", "Came from: spring-fair");
        page.types("Reference, name, e-mail or message", "nobody-of-this-name")
                .presses("Apply filters")
                .sees("Came from: spring-fair");
        page.types("Came from", "Class 7b")
                .presses("Apply filters")
                .gets(400)
                .sees("lower-case letters, digits and hyphens");
        page.types("Came from", "class-7b")
                .types("Reference, name, e-mail or message", "")
                .presses("Apply filters")
                .sees("1 case", "Came from: class-7b");
        page.opens("/advisor?cohort=%00x").gets(400);
        page.opens("/advisor/cases.csv?cohort=class-7b").gets(200);
        assertThat(page.page().response().body().lines()).hasSize(2);
    }

    @Test
    void showsHowFarStudentsCome() {
        assertThat(insights().page().text()).contains("Nobody came to the first question in this period");
        var counter = desk.bean(StepCounter.class);
        IntStream.range(0, 9).forEach(number -> counter.count(QuestionnaireStep.question("employer-cloud")));
        IntStream.range(0, 3).forEach(number -> counter.count(QuestionnaireStep.SAVED));
        counts.store();
        assertThat(table(insights(), "Steps of the questionnaire that were reached"))
                .hasSize(6)
                .contains("Question 1: Employer 9 9 of 9", "Recommendation saved 3 3 of 9");

        counter.count(QuestionnaireStep.question("employer-cloud"));
        counts.store();
        assertThat(table(insights(), "Steps of the questionnaire that were reached"))
                .contains("Question 1: Employer 10 100%", "Recommendation saved 3 30%");
    }

    private HttpBrowser insights() {
        return desk.browserOf(name).opens("/advisor/insights").gets(200);
    }

    private static List<String> table(HttpBrowser page, String caption) {
        return findTable(page, caption).select("tbody tr").eachText();
    }

    private static String link(HttpBrowser page, String caption, int index) {
        return findTable(page, caption).select("tbody a").get(index).attr("href");
    }

    private static Element findTable(HttpBrowser page, String caption) {
        return page.html().select("table:has(caption)").stream()
                .filter(table -> table.select("caption").text().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    private SavedRecommendation ofCohort(String cohort) {
        var answers = Map.of(
                "employerCloud", List.of("aws"),
                "targetIndustry", List.of("retail"),
                "roleFocus", List.of("other"),
                "mlBackground", List.of("practitioner"));
        return cases.save(
                Answers.parse(desk.bean(CurrentGuide.class).guide(), answers),
                TestApplication.TODAY,
                Cohort.parse(cohort));
    }

    private SavedRecommendation asked() {
        var saved = desk.caseOf("aws");
        ask(saved);
        return saved;
    }

    private void ask(SavedRecommendation saved) {
        cases.askAdvisor(saved.id(), new ContactDetails("", ""), "Is a beta wise?");
    }

    private void answer(SavedRecommendation saved) {
        perform(saved, new CaseAction.Message("Yes."), name);
    }

    private void decided(SavedRecommendation saved, boolean otherwise) {
        decided(saved, otherwise, name);
    }

    private void decided(SavedRecommendation saved, boolean otherwise, String advisor) {
        var first = saved.recommendation().first().track();
        var second = saved.recommendation().second().track();
        perform(
                saved,
                otherwise
                        ? new CaseAction.Decide(second, first, "cost-or-time", "It is shorter.")
                        : new CaseAction.Decide(first, second, "", "It fits."),
                advisor);
    }

    private void perform(SavedRecommendation saved, CaseAction action, String advisor) {
        reviews.perform(saved.id(), desk.find(saved.id()).version(), action, advisor);
    }
}
