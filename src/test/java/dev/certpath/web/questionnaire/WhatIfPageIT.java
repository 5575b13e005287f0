package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.TextJoiner;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.TrackName;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison of a recommendation with other answers, which saves nothing unless the student keeps it. */
@OnEveryDatabase
class WhatIfPageIT {

    private static final String ANSWERS =
            "?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=foundations";

    private final TestApplication site = TestApplication.shared();
    private final HttpBrowser student = site.student();
    private String mine = "";
    private int before;

    @BeforeEach
    void saveRecommendation() {
        student.opens("/questionnaire/check" + ANSWERS + "&cohort=spring-fair")
                .presses("Get my recommendation")
                .gets(200);
        mine = student.page().address();
        before = site.caseCount();
    }

    @Test
    void isWhatTheRecommendationLinksTo() {
        student.follows("Try it: Google first").gets(200);
        assertThat(student.page().address()).startsWith(mine + "/what-if?");
        assertThat(student.page().heading()).startsWith("What if your employer ");
        student.sees("Then you would start with Google:", "Nothing is saved yet");
        assertThat(site.caseCount()).isEqualTo(before);
        student.follows("Back to mine").isOn(mine);
    }

    @Test
    void marksWhatDiffers() {
        opens("aws", "google-cloud&employerCloud=kubernetes");
        assertThat(student.texts(".side h2")).containsExactly("Yours", "What if");
        assertThat(student.texts(".side.then .order")).containsExactly("First differs", "Second differs");
        assertThat(student.texts(".side:not(.then) .tag")).isEmpty();
        assertThat(student.texts("dl.answers .differs"))
                .singleElement()
                .asString()
                .contains("Employer differs");
        assertThat(student.texts(".receipt .differs th"))
                .satisfiesExactly(
                        yours -> assertThat(yours).startsWith("yours Your employer runs on AWS"),
                        other -> assertThat(other).startsWith("what if Your employer runs on Google Cloud"));
    }

    @Test
    void showsTheExamsOfThePlanThatTheRecommendationShows() {
        assertThat(student.texts(".path .detail"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("MLA-C02, on "),
                        second -> assertThat(second).startsWith("PMLE, by "));
        opens("aws", "google-cloud&employerCloud=kubernetes");
        assertThat(student.texts(".side:not(.then) li .muted")).containsExactly("MLA-C02, 150 USD", "PMLE, 200 USD");
        assertThat(student.texts(".side.then li .muted")).containsExactly("PMLE, 200 USD", "MLA-C02, 150 USD");
        assertThat(student.texts(".side dl dd")).contains((150 + 200) + " USD");
    }

    @Test
    void bothSumsAddUp() {
        opens("aws", "google-cloud");
        assertThat(sums("tr:not(.after)")).isEqualTo(numbers("tfoot tr:not(.after) td"));
        assertThat(sums("tr:not(.before)")).isEqualTo(numbers("tfoot tr.after td"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "employerCloud=aws | employerCloud=azure | What if your employer ran on Azure instead of AWS?",
                "employerCloud=aws | employerCloud=aws&employerCloud=kubernetes | What if your employer also ran on"
                        + " Kubernetes?",
                "employerCloud=aws | employerCloud= | What if you did not know your employer cloud?",
                "roleFocus=mlops | roleFocus=undecided | What if you did not know your kind of role?",
                "targetIndustry=retail | targetIndustry=media | What if you preferred media to retail?",
                "mlBackground=foundations | mlBackground=expert | What if you had ML expertise instead of the"
                        + " foundations of ML?"
            })
    void headingNamesTheChange(String answer, String changed, String heading) {
        opens(answer, changed);
        student.gets(200).seesHeading(heading);
    }

    @Test
    void headingNamesTwoChangesButNotThree() {
        student.opens(mine + "/what-if" + ANSWERS.replace("retail", "media").replace("mlops", "applied-ai"))
                .seesHeading("What if you preferred media to retail and you preferred applied AI to MLOps?");
        opens(
                "employerCloud=aws&targetIndustry=retail&roleFocus=mlops",
                "employerCloud=azure&targetIndustry=media&roleFocus=other");
        student.seesHeading("What if you had answered differently?");
        assertThat(student.texts("dl.answers .differs")).hasSize(3);
    }

    @Test
    void keepsItOnceAsANewCaseAndLeavesTheOldOne() {
        opens("aws", "google-cloud");
        var page = student.page();
        student.presses("Keep this one").gets(200);
        var kept = student.page().address();
        assertThat(kept).isNotEqualTo(mine).matches("/recommendations/[0-9a-z]{26}");
        assertThat(student.returnsTo(page).presses("Keep this one").page().address())
                .as("pressed again")
                .isEqualTo(kept);
        assertThat(site.caseCount()).isEqualTo(before + 1);
        var json = site.api().gets("/api/v1" + kept).json();
        assertThat(json.at("/answers/employerCloud/0").stringValue()).isEqualTo("google-cloud");
        assertThat(json.get("cohort").stringValue()).isEqualTo("spring-fair");
        assertThat(site.api()
                        .gets("/api/v1" + mine)
                        .json()
                        .at("/answers/employerCloud/0")
                        .stringValue())
                .isEqualTo("aws");
    }

    @Test
    void changedAnswerOfARecommendationLeadsHere() {
        student.follows("Change kind of role")
                .seesTicked("MLOps")
                .follows("Back")
                .isOn(mine);
        student.follows("Change kind of role").answers("ML research");
        assertThat(student.page().address()).startsWith(mine + "/what-if?");
        student.seesHeading("What if you preferred ML research to MLOps?");
        assertThat(site.caseCount()).isEqualTo(before);
    }

    @Test
    void changesSomethingElse() {
        opens("aws", "google-cloud");
        var address = student.page().address();
        student.follows("Change target industry")
                .seesTicked("Retail")
                .follows("Back")
                .isOn(address);
        student.follows("Change target industry")
                .answers("Media")
                .seesHeading(
                        "What if your employer ran on Google Cloud instead of AWS and you preferred media to retail?");
    }

    @Test
    void errorInAChangedAnswerKeepsTheWay() {
        student.follows("Change employer cloud")
                .unticks("Amazon Web Services (AWS)")
                .presses("Continue")
                .gets(400)
                .answers("Microsoft Azure")
                .seesHeading("What if your employer ran on Azure instead of AWS?");
    }

    @Test
    void saysThatNothingDiffersForTheSameAnswers() {
        student.opens(mine + "/what-if" + ANSWERS)
                .gets(200)
                .seesHeading("The same answers as yours")
                .sees("Nothing differs")
                .doesNotSee("Keep this one");
    }

    @Test
    void saysWhyTheSameAnswersLeadToAnotherExamLater() {
        site.onDay(
                LocalDate.parse("2028-06-01"),
                () -> student.opens(mine + "/what-if" + ANSWERS)
                        .seesHeading("What if you gave the same answers today?")
                        .sees("Yours is for the exams of 23 November 2026, the other for today."));
    }

    @Test
    void asksForMissingAnswersAndComesBack() {
        student.opens(mine + "/what-if?employerCloud=azure&roleFocus=mlops&mlBackground=none")
                .gets(200)
                .seesHeading("Check your answers")
                .sees("Not answered yet")
                .follows("Continue with the next question")
                .answers("Media");
        assertThat(student.page().address()).startsWith(mine + "/what-if?");
    }

    @Test
    void showsErrorsOfInvalidAnswersAsTheCheckPageDoes() {
        opens("employerCloud=aws", "employerCloud=aws&employerCloud=none");
        student.gets(400)
                .seesProblem("Select either what your employer runs on, or one of the last two answers, but not both")
                .follows("Back")
                .isOn(mine);
    }

    @Test
    void showsAPageForAnOptionThatTheGuideDoesNotHave() {
        opens("mlops", "dentist");
        student.gets(400)
                .seesHeading("This address has an unknown answer")
                .follows("Choose an answer")
                .answers("ML research");
        assertThat(student.page().address()).startsWith(mine + "/what-if?");
    }

    @Test
    void unknownRecommendationIsNotFound() {
        student.opens("/recommendations/" + "0".repeat(26) + "/what-if" + ANSWERS)
                .gets(404);
        student.opens("/questionnaire/role-focus" + ANSWERS + "&continue=&of=" + "0".repeat(26))
                .gets(404);
    }

    @Test
    void anythingElseThanAnIdIsDropped() {
        student.opens("/questionnaire/role-focus" + ANSWERS + "&continue=&of=//example.org")
                .seesHeading("Check your answers");
        assertThat(student.page().response().body()).doesNotContain("example.org");
    }

    @Test
    void readOnlyPageLinksToNoComparison() {
        var shareUrl = site.api().gets("/api/v1" + mine).json().get("shareUrl").stringValue();
        student.opens(shareUrl).gets(200).sees("What would change this").doesNotSee("Try it", "Trying saves nothing");
    }

    @Test
    void comparesWithEveryOtherFirst() {
        var other = SampleStudent.matching(
                        recommendation -> recommendation.leaders().size() == 3)
                .recommendation();
        student.opens(mine + "/what-if?" + query(other))
                .gets(200)
                .sees("Then "
                        + TextJoiner.joinWithAnd(
                                other.leaders().stream().map(TrackName::name).toList())
                        + " would fit you equally well");
    }

    private static String query(Recommendation recommendation) {
        return new SampleStudent(recommendation).checkPage().replaceFirst(".*\\?", "");
    }

    /** Opens the comparison with a part of the answers replaced. */
    private void opens(String answer, String changed) {
        student.opens(mine + "/what-if" + ANSWERS.replace(answer, changed));
    }

    private List<Integer> sums(String rows) {
        var all = student.html().select(".receipt tbody " + rows);
        return IntStream.range(0, SampleStudent.GUIDE.tracks().size())
                .mapToObj(column -> all.stream()
                        .mapToInt(row ->
                                Integer.parseInt(row.select("td").get(column).text()))
                        .sum())
                .toList();
    }

    private List<Integer> numbers(String selector) {
        return student.texts(".receipt " + selector).stream()
                .map(Integer::valueOf)
                .toList();
    }
}
