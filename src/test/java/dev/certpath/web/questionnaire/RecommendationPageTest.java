package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.recommend.Recommendation.Second;
import dev.certpath.recommend.Recommendation.TrackName;
import dev.certpath.testsupport.HtmlPage;
import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a recommendation, for sample students picked by their recommendations. */
class RecommendationPageTest {

    private static final LocalDate LAST_DAY_OF_THE_BETA = LocalDate.parse("2027-01-13");

    private static final Predicate<Recommendation> CLEAR =
            recommendation -> recommendation.firmness().level() == Firmness.Level.CLEAR;
    private static final Predicate<Recommendation> CLOSE =
            recommendation -> recommendation.firmness().level() == Firmness.Level.CLOSE;
    private static final Predicate<Recommendation> TIE =
            recommendation -> recommendation.firmness().level() == Firmness.Level.TIE;

    private static final List<SampleStudent> EVERY_KIND_OF_TIE =
            List.copyOf(tiesByHowTheyAreDecided().values());
    private static final List<SampleStudent> ALL_KINDS_OF_STUDENTS = studentsUnlikeEachOther();

    /** One student for each way in which a tie can be decided. */
    static List<SampleStudent> everyKindOfTie() {
        return EVERY_KIND_OF_TIE;
    }

    /** Students whose pages have little in common. */
    static List<SampleStudent> allKindsOfStudents() {
        return ALL_KINDS_OF_STUDENTS;
    }

    private static Map<String, SampleStudent> tiesByHowTheyAreDecided() {
        Map<String, SampleStudent> ties = new TreeMap<>();
        SampleStudent.all()
                .filter(sample -> TIE.test(sample.recommendation()))
                .forEach(sample -> ties.putIfAbsent(
                        sample.recommendation().leaders().size() + " "
                                + sample.recommendation().firmness().brokenBy(),
                        sample));
        return ties;
    }

    private static List<SampleStudent> studentsUnlikeEachOther() {
        return Stream.concat(
                        EVERY_KIND_OF_TIE.stream(),
                        Stream.of(
                                        CLEAR,
                                        CLOSE,
                                        secondBy(Second.Why.SEQUENCE),
                                        secondBy(Second.Why.ANSWERS),
                                        first("aws"),
                                        first("google"),
                                        first("azure"),
                                        worthFindingOut(),
                                        nothingToFindOut(),
                                        drawsLevel(),
                                        answered("targetIndustry", "financial-services"),
                                        answered("employerCloud", "none"))
                                .map(SampleStudent::matching))
                .toList();
    }

    @Test
    void showsLeadAndDecisiveAnswersOfClearResult() {
        var sample = SampleStudent.matching(CLEAR.and(recommendation -> recommendation.unknown() == null
                && recommendation.firmness().hangsOn().equals(List.of("employerCloud"))));
        var lead = sample.recommendation().firmness().lead();
        sample.getsRecommendation()
                .seesHeading(
                        "Start with " + sample.recommendation().first().exam().shortName())
                .sees("A clear result: " + lead + " points ahead.", "Only another employer cloud would change it.");
    }

    @Test
    void namesTheGuideAndItsEdition() {
        SampleStudent.matching(CLEAR)
                .getsRecommendation()
                .sees("by the " + SampleStudent.GUIDE.shortName() + ", edition " + SampleStudent.GUIDE.edition())
                .follows("the " + SampleStudent.GUIDE.shortName())
                .isOn("/guide");
    }

    @Test
    void namesTheAnswerToFindOutInsteadOfAllThatWouldChangeTheResult() {
        SampleStudent.matching(CLOSE.and(recommendation -> recommendation.unknown() != null
                        && recommendation.unknown().findOut() != null
                        && !recommendation.firmness().hangsOn().isEmpty()))
                .getsRecommendation()
                .sees("It hangs on your ")
                .doesNotSee("would change it.");
    }

    @Test
    void sumOfPointsHasAHeading() {
        var page = SampleStudent.matching(CLEAR).getsRecommendation();
        assertThat(page.texts("main h2")).contains("How the answers add up");
    }

    @Test
    void showsCloseCall() {
        SampleStudent.matching(
                        CLOSE.and(recommendation -> recommendation.firmness().lead() == 1))
                .getsRecommendation()
                .sees("A close call: 1 point ahead.");
    }

    @ParameterizedTest
    @MethodSource("everyKindOfTie")
    void showsTiedTracksAndTieBreaker(SampleStudent sample) {
        var recommendation = sample.recommendation();
        var names = recommendation.leaders().stream().map(TrackName::name).toList();
        var page = sample.getsRecommendation()
                .sees(recommendation.track(recommendation.first().track()).name() + " is put first: "
                        + decision(recommendation))
                .page();
        assertThat(page.heading()).contains(names).endsWith("fit you equally well");
        assertThat(page.text()).doesNotContain("points ahead.");
    }

    private static String decision(Recommendation recommendation) {
        var question = Objects.requireNonNull(recommendation.firmness().brokenBy());
        return question.equals(Firmness.ORDER)
                ? "none of your answers tells them apart, so the guide's own order decided."
                : "your " + recommendation.answer(question).subject() + " decided.";
    }

    @Test
    void coversTiesOfTwoAndThreeTracks() {
        assertThat(everyKindOfTie().stream()
                        .map(sample -> sample.recommendation().leaders().size()))
                .contains(2, 3);
        assertThat(everyKindOfTie().stream()
                        .map(sample -> sample.recommendation().firmness().brokenBy())
                        .distinct())
                .contains("employerCloud", "roleFocus", Firmness.ORDER);
    }

    @Test
    void explainsUsualSecond() {
        SampleStudent.matching(first("aws").and(secondBy(Second.Why.SEQUENCE)))
                .getsRecommendation()
                .sees(
                        "Second, within 12 months",
                        "AWS, then Google is one of the most common sequences among the guide's students.");
    }

    @Test
    void explainsUsualSecondWithFewerPoints() {
        var sample = SampleStudent.matching(first("aws")
                .and(recommendation -> recommendation.second().track().equals("google")
                        && recommendation.ranked("azure").points()
                                > recommendation.ranked("google").points()));
        int more = sample.recommendation().ranked("azure").points()
                - sample.recommendation().ranked("google").points();
        sample.getsRecommendation()
                .sees("Azure has " + more + " more from your answers, which is not enough to change that.");
    }

    @Test
    void explainsSecondThatReplacesUsualOne() {
        var sample = SampleStudent.matching(first("azure").and(secondBy(Second.Why.ANSWERS)));
        int ahead = sample.recommendation().ranked("google").points()
                - sample.recommendation().ranked("aws").points();
        sample.getsRecommendation()
                .sees(
                        "Azure, then AWS is one of the most common sequences among the guide's students.",
                        "Your answers put Google " + ahead + " points ahead of it, so it comes second for you.");
    }

    @Test
    void explainsSecondWithoutUsualOrder() {
        SampleStudent.matching(first("google"))
                .getsRecommendation()
                .sees("The guide names no usual step after Google, so your answers decide:");
    }

    @Test
    void showsReplacementOfClosedExam() {
        var page = SampleStudent.matching(first("azure")).getsRecommendation().page();
        assertThat(page.texts("section.tone-blue").get(0))
                .contains("Microsoft Certified: Azure AI Apps and Agents Developer Associate", "AI-103")
                .contains("The guide names Microsoft Certified: Azure AI Engineer Associate (AI-102).")
                .contains("It closed on 30 June 2026; this takes its place.");
    }

    @Test
    void announcesNextExam() {
        var page = SampleStudent.matching(first("aws")).getsRecommendation().page();
        assertThat(page.texts("section.cert.tone-orange").get(0))
                .contains("MLA-C02 from 14 January 2027 (expected, not confirmed on the official page)");
    }

    @Test
    void claimsNothingAboutOtherExamsWhereTheBetaCanBeBooked() {
        var student = SampleStudent.matching(first("aws")).getsRecommendation();
        assertThat(student.page().texts("section.cert.tone-orange .note")).startsWith("It can't be booked yet.");
        student.sees("ME1-C02 or its beta");
    }

    @Test
    void saysOfAnExamThatHasClosedWhichOneFollows() {
        var site = TestApplication.shared();
        var address =
                SampleStudent.matching(first("aws")).getsRecommendation().page().address() + "?weeks=4";
        site.onDay(
                LAST_DAY_OF_THE_BETA.plusDays(1),
                () -> assertThat(site.student().opens(address).texts("section.cert.tone-orange .note"))
                        .startsWith("It has closed.")
                        .endsWith("MLA-C02 follows it and can be booked already."));
    }

    @Test
    void saysThatABetaCanBeTakenOnceAndWhatFollows() {
        var student = SampleStudent.matching(first("aws")).getsRecommendation();
        student.opens(student.page().address() + "?weeks=4");
        assertThat(student.page().texts("section.cert.tone-orange").get(0))
                .contains("ME1-C02, a beta until 13 January 2027 (expected, not confirmed on the official page)")
                .contains("Attempts once only")
                .contains(
                        "From 14 January 2027 (expected, not confirmed on the official page) you book MLA-C02 instead,"
                                + " the standard exam, for 150 USD.");
        student.sees("It can be taken once only: who fails waits for MLA-C02, the standard exam, 150 USD.");
    }

    @ParameterizedTest
    @CsvSource({
        "4,  Book ME1-C02 by 23 November 2026, 275 USD, 350 USD",
        "8,  Book MLA-C02 by 14 January 2027,  350 USD, 275 USD",
        "12, Book MLA-C02 by 18 January 2027,  350 USD, 275 USD",
        "26, Book MLA-C02 by 26 April 2027,    350 USD, 275 USD"
    })
    void showsWhatToBookByWhenAndWhatBothExamsCost(int weeks, String book, String costs, String alternative) {
        var student = SampleStudent.matching(first("aws")
                        .and(recommendation -> recommendation.second().track().equals("google")))
                .getsRecommendation();
        var link = student.page().html().select("nav.weeks a[href*=weeks=" + weeks + "#]");
        student.opens(link.attr("href"));
        assertThat(student.page().texts(".costs h2")).containsExactly(book);
        assertThat(student.page().texts(".costs tfoot td")).containsExactly(costs, alternative);
    }

    @Test
    void showsDaysOfAnExamWithoutAlternative() {
        var site = TestApplication.shared();
        var saved = site.api()
                .posts(
                        "/api/v1/recommendations",
                        "{\"employerCloud\": [\"aws\"], \"targetIndustry\": \"retail\", \"roleFocus\": \"mlops\","
                                + " \"mlBackground\": \"practitioner\", \"asOf\": \"2026-05-01\"}")
                .json();
        var student = site.student().opens(saved.get("url").stringValue()).gets(200);
        assertThat(student.page().texts(".costs h2")).containsExactly("The days of this plan are past");
        assertThat(student.page().texts(".costs thead th")).containsExactly("MLA-C01 your plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "twelve"})
    void refusesOtherNumbersOfWeeks(String weeks) {
        var student = SampleStudent.matching(first("aws")).getsRecommendation();
        student.opens(student.page().address() + "?weeks=" + weeks).gets(400);
    }

    @ParameterizedTest
    @MethodSource("allKindsOfStudents")
    void showsTheDaysOfTheCalendar(SampleStudent sample) {
        var page = sample.getsRecommendation().page();
        var calendar = TestApplication.shared()
                .api()
                .gets(page.address() + "/plan.ics")
                .body();
        assertThat(page.html().select(".steps time").eachAttr("datetime"))
                .hasSize(4)
                .allSatisfy(day -> assertThat(calendar).contains("DTSTART;VALUE=DATE:" + day.replace("-", "")));
    }

    @Test
    void comparesWhatTheExamExpectsWithTheBackgroundOfTheStudent() {
        SampleStudent.matching(first("aws").and(answered("mlBackground", "foundations")))
                .getsRecommendation()
                .sees(
                        "The exam expects: A year with SageMaker",
                        "You said: Foundations (ML background).",
                        "You can begin with AWS Certified AI Practitioner (AIF-C01, optional, for another 100 USD).");
    }

    @Test
    void saysToBookNowOnceTheDayToBookIsPast() {
        var site = TestApplication.shared();
        var page = SampleStudent.matching(first("azure")).getsRecommendation().page();
        var days = page.html().select(".steps time").eachAttr("datetime").stream()
                .map(LocalDate::parse)
                .toList();
        var book = days.get(1);
        var first = days.get(2);
        site.onDay(book, () -> assertThat(costs(site, page)).startsWith("Book AI-103 by "));
        site.onDay(book.plusDays(1), () -> assertThat(costs(site, page)).isEqualTo("Book AI-103 now"));
        site.onDay(first, () -> assertThat(costs(site, page)).isEqualTo("Book AI-103 now"));
        site.onDay(first.plusDays(1), () -> assertThat(costs(site, page)).isEqualTo("The days of this plan are past"));
    }

    private static String costs(TestApplication site, HtmlPage page) {
        return site.student().opens(page.address()).texts(".costs h2").get(0);
    }

    @Test
    void showsExamThatClosedSinceSaving() {
        var site = TestApplication.shared();
        var address =
                SampleStudent.matching(first("aws")).getsRecommendation().page().address();
        site.onDay(LAST_DAY_OF_THE_BETA, () -> site.student().opens(address).doesNotSee("closed on 13 January 2027"));
        site.onDay(LAST_DAY_OF_THE_BETA.plusDays(1), () -> {
            var page = site.student().opens(address).page();
            assertThat(page.texts("> *").get(0))
                    .startsWith("ME1-C02 closed on 13 January 2027.")
                    .contains("This page was created for 23 November 2026.", "Today you book MLA-C02,");
            assertThat(page.texts("section.cert.tone-orange").get(0)).contains("MLA-C02");
        });
    }

    @Test
    void showsUnknownAnswerToFindOut() {
        var sample = SampleStudent.matching(worthFindingOut());
        var unknown = Objects.requireNonNull(sample.recommendation().unknown());
        var first = sample.recommendation().first().track();
        var names = unknown.possibleFirsts().stream()
                .filter(track -> !track.equals(first))
                .map(track -> sample.recommendation().track(track).name())
                .toList();
        var subject = sample.recommendation()
                .answer(Objects.requireNonNull(unknown.findOut()))
                .subject();
        var student = sample.getsRecommendation().sees("For now", "It hangs on your " + subject);
        assertThat(student.page().texts(".open-answer").get(0)).contains(names);
        student.follows("Answer " + subject).gets(200).sees("Why this is asked");
    }

    @Test
    void showsThatUnknownAnswerMakesNoDifference() {
        SampleStudent.matching(nothingToFindOut())
                .getsRecommendation()
                .sees("Whatever you do not know yet turns out to be, you start with this.")
                .doesNotSee("For now", "It hangs on");
    }

    @Test
    void showsPointsForSeveralTracksInOneRow() {
        var page = SampleStudent.matching(answered("targetIndustry", "financial-services"))
                .getsRecommendation()
                .page();
        var line = page.html().select(".receipt tbody tr:contains(You target financial services)");
        assertThat(line.select("td").eachText()).containsExactly("3", "0", "3");
    }

    @Test
    void showsAnswerChangeThatLeadsToTie() {
        var sample = SampleStudent.matching(drawsLevel());
        var alternative = sample.recommendation().whatIf().stream()
                .filter(change -> !change.levelWith().isEmpty())
                .findFirst()
                .orElseThrow();
        sample.getsRecommendation()
                .sees(sample.recommendation().track(alternative.track()).name() + " would have as many points as "
                        + sample.recommendation()
                                .track(alternative.levelWith().get(0))
                                .name());
    }

    @Test
    void wordsFactsAndWishesDifferently() {
        var words = allKindsOfStudents().stream()
                .flatMap(sample -> sample.recommendation().whatIf().stream())
                .flatMap(alternative -> alternative.changes().stream())
                .distinct()
                .toList();
        assertThat(words)
                .filteredOn(change -> change.question().equals("employerCloud"))
                .isNotEmpty()
                .allMatch(change -> change.text().startsWith("your employer "));
        assertThat(words)
                .filteredOn(change -> change.question().equals("roleFocus"))
                .isNotEmpty()
                .allMatch(change -> change.text().startsWith("you preferred "));
    }

    @ParameterizedTest
    @MethodSource("allKindsOfStudents")
    void linksAnswerChangesToTheirResults(SampleStudent sample) {
        var student = sample.getsRecommendation();
        var page = student.page();
        var items = page.html().select(".what-if li");
        assertThat(items).hasSize(sample.recommendation().whatIf().size());
        for (Element item : items) {
            var track = item.select("b").text();
            student.opens(item.select("a").attr("href")).presses("Keep this one");
            assertThat(firstTrack(student.page())).as(item.text()).isEqualTo(track);
        }
    }

    @ParameterizedTest
    @MethodSource("allKindsOfStudents")
    void showsReceiptThatAddsUp(SampleStudent sample) {
        var page = sample.getsRecommendation().page();
        var rows = page.html().select(".columns .receipt tbody tr").stream()
                .map(RecommendationPageTest::points)
                .toList();
        var totals = points(Objects.requireNonNull(
                page.html().select(".columns .receipt tfoot tr").first()));
        assertThat(totals).hasSize(3);
        assertThat(IntStream.range(0, totals.size())
                        .map(column ->
                                rows.stream().mapToInt(row -> row.get(column)).sum())
                        .boxed()
                        .toList())
                .isEqualTo(totals);
        assertThat(totals)
                .isEqualTo(sample.recommendation().tracks().stream()
                        .map(track ->
                                sample.recommendation().ranked(track.code()).points())
                        .toList());
        assertThat(page.html().select(".bars b").eachText())
                .isEqualTo(totals.stream().map(String::valueOf).toList());
    }

    @ParameterizedTest
    @MethodSource("allKindsOfStudents")
    void showsEveryAnswerOnReceiptOnce(SampleStudent sample) {
        var receipt = String.join("\n", sample.getsRecommendation().page().texts(".columns .receipt tbody th"));
        assertThat(sample.recommendation().answered())
                .allSatisfy(answer ->
                        assertThat(receipt).containsOnlyOnce(answer.known() ? answer.statement() : answer.label()));
    }

    @ParameterizedTest
    @MethodSource("allKindsOfStudents")
    void showsFirstSecondAndAnswers(SampleStudent sample) {
        var page = sample.getsRecommendation().page();
        assertThat(page.texts(".cert h3"))
                .containsExactly(
                        sample.recommendation().first().exam().name(),
                        sample.recommendation().second().exam().name());
        assertThat(page.texts("dl.answers dd:nth-of-type(1)"))
                .isEqualTo(sample.recommendation().answered().stream()
                        .map(answer -> String.join(", ", answer.labels()))
                        .toList());
        assertThat(page.html().title()).isEqualTo(page.heading() + " - Certification path");
        assertThat(page.text()).containsPattern("Reference [0-9A-Z]{3}-[0-9A-Z]{3} · saved 23 November 2026");
    }

    private static List<Integer> points(Element row) {
        return row.select("td").eachText().stream().map(Integer::valueOf).toList();
    }

    private static String firstTrack(HtmlPage page) {
        var card = Objects.requireNonNull(page.html().select("section.cert").first());
        return SampleStudent.GUIDE.tracks().stream()
                .filter(track -> card.hasClass("tone-" + track.colour()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Predicate<Recommendation> first(String track) {
        return recommendation -> recommendation.first().track().equals(track);
    }

    private static Predicate<Recommendation> secondBy(Second.Why why) {
        return recommendation ->
                recommendation.second().why() == why && recommendation.second().usual() != null;
    }

    private static Predicate<Recommendation> answered(String question, String code) {
        return recommendation -> recommendation.answer(question).codes().equals(List.of(code));
    }

    private static Predicate<Recommendation> worthFindingOut() {
        return recommendation ->
                recommendation.unknown() != null && recommendation.unknown().findOut() != null;
    }

    private static Predicate<Recommendation> nothingToFindOut() {
        return recommendation ->
                recommendation.unknown() != null && recommendation.unknown().findOut() == null;
    }

    private static Predicate<Recommendation> drawsLevel() {
        return recommendation -> recommendation.whatIf().stream()
                .anyMatch(alternative -> !alternative.levelWith().isEmpty());
    }
}
