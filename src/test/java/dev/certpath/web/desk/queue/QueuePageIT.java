package dev.certpath.web.desk.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class QueuePageIT {

    private static final int CASES = 125;
    private static final int LATEST_QUESTION_LENGTH = 200;
    private static final int PAGE_SIZE = 50;

    private final DeskFixture desk = DeskFixture.sharedWithCases();
    private final CaseReviewService reviewService = desk.bean(CaseReviewService.class);
    private final MovableClock clock = desk.clock();
    private final CaseService caseService = desk.bean(CaseService.class);

    private String name = "";
    private HttpBrowser advisor;

    @BeforeEach
    void openMoreThanTwoPagesOfCases() {
        var clouds = List.of("aws", "google-cloud", "aws", "azure", "aws");
        for (int number = desk.opened().size(); number < CASES; number++) {
            desk.caseOf(clouds.get(number % clouds.size()));
        }
        name = desk.newAdvisor();
        advisor = desk.browserOf(name);
    }

    @Test
    void listsTheNewestCasesFirstPageByPage() {
        assertEquals(newestFirst(saved -> true), readAllPages("/advisor?view=all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "google", "azure"})
    void filtersByFirstTrack(String track) {
        assertEquals(
                newestFirst(saved -> first(saved).equals(track)), readAllPages("/advisor?view=all&first=" + track));
    }

    @Test
    void offersEnabledAccountsAsAssignees() {
        desk.disable(desk.newAdvisor());
        advisor.opens("/advisor");
        assertEquals(List.of("Anyone", "Me", "Nobody", "admin", name), advisor.texts("#who option"));
        assertEquals(List.of("To …", "admin", name), advisor.texts("#assignee option"));
    }

    @Test
    void showsTheNewestOfAllCasesFirst() {
        var before = desk.opened().stream().map(SavedRecommendation::openedAt).max(Comparator.naturalOrder());
        clock.set(before.orElseThrow());
        var newest = desk.caseOf("aws");

        advisor.opens("/advisor?view=all").gets(200);
        assertEquals(newest.reference(), references().get(0));
        assertEquals("All", currentView());
    }

    @Test
    void opensWithTheCasesThatNeedSomeoneAndSearchesAll() {
        caseService.askAdvisor(desk.caseOf("aws").id(), new ContactDetails("", ""), "Which one?");
        var untouched = desk.caseOf("aws");
        advisor.opens("/advisor").gets(200);
        assertEquals("Needs someone", currentView());
        assertFalse(references().contains(untouched.reference()), "nobody asked");
        assertTrue(Objects.requireNonNull(advisor.html().selectFirst("a.export"))
                .attr("href")
                .endsWith("?view=needs-someone"));
        advisor.types("Reference, name, e-mail or message", untouched.reference())
                .presses("Apply filters")
                .gets(200);
        assertEquals(List.of(untouched.reference()), references());
    }

    @Test
    void showsCasesThatNeedSomeone() {
        var asked = desk.caseOf("aws");
        var taken = desk.caseOf("azure");
        var left = desk.caseOf("azure");
        var untouched = desk.caseOf("aws");
        var disabled = desk.newAdvisor();
        caseService.askAdvisor(asked.id(), new ContactDetails("Ann Lee", "ann@example.org"), "");
        caseService.askAdvisor(taken.id(), new ContactDetails("", ""), "Which one?");
        reviewService.perform(taken.id(), 1, new CaseAction.Take(), "ada");
        caseService.askAdvisor(left.id(), new ContactDetails("", ""), "Which one?");
        reviewService.perform(left.id(), 1, new CaseAction.Take(), disabled);
        desk.disable(disabled);

        advisor.opens("/advisor").follows("Needs someone").gets(200);
        assertTrue(advisor.texts("h1").get(0).matches("\\d+ cases? needs? someone"), advisor::text);
        var shown = references();
        assertTrue(shown.containsAll(List.of(asked.reference(), left.reference())), shown::toString);
        assertFalse(shown.contains(taken.reference()), "a colleague has it");
        assertFalse(shown.contains(untouched.reference()), "nobody asked");
        advisor.sees("Ann Lee").sees("Which one?");
        assertEquals("Needs someone", currentView());
    }

    @Test
    void linksToEverySavedView() {
        advisor.opens("/advisor");
        for (String view : List.of("Mine", "Waiting longest", "All", "Needs someone")) {
            advisor.follows(view).gets(200);
            assertEquals(view, currentView());
        }
    }

    @Test
    void viewMineShowsOpenCasesOfTheAdvisor() {
        var mine = desk.caseOf("aws");
        var theirs = desk.caseOf("aws");
        reviewService.perform(mine.id(), mine.version(), new CaseAction.Take(), name);
        reviewService.perform(theirs.id(), theirs.version(), new CaseAction.Take(), "ada");

        advisor.opens("/advisor").follows("Mine").sees("1 case");
        assertEquals(List.of(mine.reference()), references());
        assertEquals(List.of("you In review"), advisor.texts(".queue tbody .assignee"));
    }

    @ParameterizedTest
    @CsvSource({"Waiting, waiting", "Age, newest", "Lead, closest"})
    void columnHeadersSort(String header, String order) {
        advisor.opens("/advisor?view=all&first=aws").follows(header).isOn("/advisor?view=all&first=aws&sort=" + order);
        assertEquals(List.of(header), advisor.texts("thead [aria-sort=ascending]"));
        assertEquals(1, advisor.texts("thead [aria-sort]").size());
    }

    @ParameterizedTest
    @CsvSource({
        "Longest waiting first, waiting",
        "Newest first, newest",
        "Smallest lead first, closest",
        "Last changed first, changed"
    })
    void sortsByTheFilterForm(String label, String order) {
        advisor.opens("/advisor?view=all").selects("Sorted by", label).presses("Apply filters");
        assertTrue(advisor.html().location().endsWith("&sort=" + order));
        assertEquals(List.of(label), advisor.texts("#sort option[selected]"));
    }

    @Test
    void viewsNameHowManyCasesTheyHave() {
        var asked = desk.caseOf("aws");
        caseService.askAdvisor(asked.id(), new ContactDetails("", ""), "Which one?");
        advisor.opens("/advisor?view=all");
        int waiting = count("Waiting longest");
        int needing = count("Needs someone");
        assertEquals(0, count("Mine"));
        assertEquals(desk.opened().size(), count("All"));

        reviewService.perform(asked.id(), 1, new CaseAction.Take(), name);
        advisor.opens("/advisor?view=all&first=azure");
        assertEquals(1, count("Mine"));
        assertEquals(needing - 1, count("Needs someone"));
        assertEquals(waiting, count("Waiting longest"));
    }

    @Test
    void sortingAViewStaysInIt() {
        advisor.opens("/advisor").follows("Mine").gets(200);
        var mine = desk.caseOf("aws");
        reviewService.perform(mine.id(), mine.version(), new CaseAction.Take(), name);
        advisor.opens(advisor.html().location()).follows("Lead");
        assertEquals("Mine", currentView());
        assertEquals(List.of(mine.reference()), references());
        assertTrue(advisor.texts(".active-filters li").isEmpty(), "the filters of the view itself");
    }

    @Test
    void emptyViewsSayWhatToDo() {
        advisor.opens("/advisor").follows("Mine").sees("You have no open case. Take the next one");
    }

    @Test
    void rowsBeginWithTheWordsOfTheLatestQuestion() {
        var asked = desk.caseOf("aws");
        var silent = desk.caseOf("azure");
        caseService.askAdvisor(asked.id(), new ContactDetails("", ""), "My first question");
        caseService.askAdvisor(asked.id(), new ContactDetails("", ""), "And another\nof " + "x".repeat(1_000));
        caseService.askAdvisor(silent.id(), new ContactDetails("", ""), "");

        advisor.opens("/advisor?view=all&q=" + asked.reference());
        var excerpt = advisor.texts(".queue .excerpt").get(0);
        assertTrue(excerpt.startsWith("And another of xxx"), excerpt);
        assertEquals(LATEST_QUESTION_LENGTH, excerpt.length());
        advisor.opens("/advisor?view=all&q=" + silent.reference()).sees("Asked without a message");
    }

    @Test
    void pagesStayTheSameWhenCasesAreAdded() {
        advisor.opens("/advisor?view=all").follows("Next page");
        var before = references();

        desk.caseOf("aws");

        advisor.opens(advisor.html().location());
        assertEquals(before, references());
        advisor.follows("First page").isOn("/advisor?view=all");
        assertEquals(newestFirst(saved -> true).subList(0, PAGE_SIZE), references());
    }

    @Test
    void findsACaseByItsReferenceInAnySpelling() {
        for (String digit : List.of("0", "1")) {
            var wanted = referenceWith(digit);
            var plain = wanted.replace("-", "");
            for (String typed : List.of(
                    wanted,
                    wanted.toLowerCase(Locale.ROOT),
                    plain,
                    "  " + plain.toLowerCase(Locale.ROOT) + " ",
                    plain.replace('0', 'o').replace('1', 'l'),
                    plain.replace('0', 'O').replace('1', 'I'))) {
                advisor.opens("/advisor?view=all")
                        .types("Reference, name, e-mail or message", typed)
                        .presses("Apply filters");
                assertEquals(List.of(wanted), references(), typed);
            }
        }
    }

    @Test
    void findsACaseByAPartOfTheNameOrEmail() {
        var saved = desk.caseOf("aws");
        caseService.askAdvisor(saved.id(), new ContactDetails("Zoë 50%_Quist", "zoe.quist@example.org"), "");
        for (String typed : List.of("quist", "ZOË", "0%_q", "E.QUIST@")) {
            advisor.opens("/advisor")
                    .types("Reference, name, e-mail or message", typed)
                    .presses("Apply filters")
                    .sees("1 case");
            assertEquals(List.of("Zoë 50%_Quist"), advisor.texts(".queue tbody th a"), typed);
        }
    }

    @Test
    void keepsFiltersInTheUrlAndRemovesThem() {
        advisor.opens("/advisor?view=all")
                .selects("First", "Azure")
                .presses("Apply filters")
                .isOn(
                        "/advisor?view=all&q=&why=&status=&who=&first=azure&firmness=&employer=&industry=&role=&background=&decision=&reason=&rule=&cohort=&from=&to=&sort=")
                .follows("Remove the filter First: Azure")
                .isOn("/advisor?view=all");
    }

    @Test
    void emptyResultNamesTheExcludingFilterOnRequest() {
        advisor.opens("/advisor?view=all&first=aws&q=nobody+at+all")
                .gets(200)
                .sees("No cases", "No case matches all filters")
                .follows("Which filter excludes them?")
                .sees("One filter excludes all cases")
                .follows("Without “Reference, name, e-mail or message: nobody at all”: "
                        + newestFirst(saved -> first(saved).equals("aws")).size() + " cases")
                .isOn("/advisor?view=all&first=aws");
    }

    @Test
    void emptyResultNamesSeveralExcludingFiltersOnRequest() {
        advisor.opens("/advisor?view=all&q=nobody+at+all&from=2030-01-01")
                .follows("Which filter excludes them?")
                .sees("Several filters exclude all cases")
                .follows("Remove all filters")
                .isOn("/advisor?view=all");
    }

    @Test
    void emptyResultOffersToRemoveFilters() {
        var empty = "/advisor?view=all&q=nobody+at+all&from=2030-01-01";
        advisor.opens(empty).follows("remove all filters").isOn("/advisor?view=all");
        advisor.opens(empty)
                .follows("Remove the filter Opened from: 2030-01-01")
                .isOn("/advisor?view=all&q=nobody%20at%20all");
    }

    @Test
    void emptyResultQueriesOncePerFilterAndOnlyOnRequest() {
        var empty = "/advisor?view=needs-someone&q=nobody+at+all&from=2030-01-01";
        long withoutExplanation = countQueries(() -> advisor.opens(empty).sees("No case matches all filters"));
        long withExplanation = countQueries(() -> advisor.opens(empty + "&explain=true"));
        assertEquals(3, withExplanation - withoutExplanation, "two filters and the view");
    }

    private long countQueries(Runnable action) {
        var statistics = desk.bean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            action.run();
            return statistics.getQueryExecutionCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            view=some                 | There is no view called "some"
            why=because               | There is no reason called "because"
            status=lost               | There is no status called "lost"
            who=zebra                 | Nobody here is called "zebra"
            first=oracle              | There is no track called "oracle"
            first=aws&first=azure     | There is no track called "aws,azure"
            firmness=soft             | There is no firmness called "soft"
            industry=mining           | Select an answer from the list "Industry". There is no answer called "mining"
            role=dentist              | There is no answer called "dentist"
            employer=oracle           | There is no answer called "oracle"
            decision=maybe            | There is no decision called "maybe"
            reason=mood               | There is no reason called "mood"
            rule=aws-mood             | There is no rule called "aws-mood"
            rule=%25                  | There is no rule called "%"
            rule=%00                  | There is no rule called
            from=yesterday            | "yesterday" is not a date
            to=2026-02-30             | "2026-02-30" is not a date
            to=99999-01-01            | "99999-01-01" is not a date
            from=2026-11-02&to=2026-11-01 | Enter a last day that is not before the first day
            q=%00                     | Remove control characters from the search text
            first=%3Cb%3Ex%3C/b%3E    | called "<b>x</b>"
            sort=random               | There is no order called "random"
            after=first               | The list has no such position
            after=0.1                 | The list has no such position
            after=-1.2.3              | The list has no such position
            sort=newest&after=1.2.3   | The list has no such position
            after=0.1.99999999999999999999 | The list has no such position
            """)
    void rejectsInvalidParameters(String query, String advice) {
        for (String address : List.of("/advisor?", "/advisor/cases.csv?")) {
            boolean isIgnored = address.contains("csv") && query.contains("after=");
            if (!isIgnored) {
                advisor.opens(address + query)
                        .gets(400)
                        .sees("There is a problem")
                        .sees(advice);
                assertTrue(references().isEmpty());
            }
        }
    }

    @Test
    void reportsAllViolationsAtOnce() {
        advisor.opens("/advisor?status=lost&why=because&from=x&sort=y").gets(400);
        assertEquals(4, advisor.texts("[role=alert] li").size());
        for (var link : advisor.html().select("[role=alert] a")) {
            assertTrue(advisor.html().select(link.attr("href")).size() == 1, link.attr("href"));
        }
    }

    @Test
    void ignoresUnknownParameters() {
        advisor.opens("/advisor?colour=blue").gets(200);
    }

    @Test
    void rowsSummarizeCases() {
        clock.set(Instant.parse("2026-06-16T08:06:59Z"));
        var saved = desk.caseOf("aws");
        clock.set(Instant.parse("2026-11-23T08:06:00Z"));
        var path = "/advisor?view=all&q=" + saved.reference();

        advisor.opens(path).sees("1 case").sees("AWS, then").sees("159 days").sees("Did not ask");
        assertEquals(List.of("–"), advisor.texts(".queue tbody .waiting"));
        assertEquals(List.of("nobody New"), advisor.texts(".queue tbody .assignee"));

        reviewService.perform(
                saved.id(), saved.version(), new CaseAction.Decide("azure", "aws", "other", "Because."), "ada");
        advisor.opens(path).sees("Decided otherwise");
        assertEquals(List.of("ada Decided"), advisor.texts(".queue tbody .assignee"));
    }

    @Test
    void rowsNameClosedExams() {
        var saved = desk.caseOf("aws", LocalDate.parse("2026-09-01"));

        advisor.opens("/advisor?view=all&why=exam-ends&q=" + saved.reference()).sees("MLA-C01 closed 28 September");
    }

    @Test
    void rowsLinkToTheirCases() {
        var saved = desk.opened().get(3);

        advisor.opens("/advisor?view=all&q=" + saved.reference())
                .follows(saved.reference())
                .sees("Case " + saved.reference());
    }

    /** The name of the current view, without the number of its cases. */
    private String currentView() {
        var current = advisor.texts(".views [aria-current=page]");
        assertEquals(1, current.size());
        return current.get(0).replaceAll(" [0-9]+$", "");
    }

    private int count(String view) {
        return advisor.texts(".views a").stream()
                .filter(text -> text.startsWith(view))
                .map(text -> Integer.parseInt(text.substring(view.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** A reference that contains a digit; opens cases until one has it. */
    private String referenceWith(String digit) {
        return Stream.concat(desk.opened().stream(), Stream.generate(() -> desk.caseOf("aws")))
                .map(SavedRecommendation::reference)
                .filter(reference -> reference.contains(digit))
                .findFirst()
                .orElseThrow();
    }

    private List<String> newestFirst(Predicate<SavedRecommendation> filter) {
        var newest = new ArrayList<>(desk.opened().stream().filter(filter).toList());
        Collections.reverse(newest);
        newest.sort(Comparator.comparing(SavedRecommendation::openedAt).reversed());
        return newest.stream().map(SavedRecommendation::reference).toList();
    }

    /** The references on all pages of a list. */
    private List<String> readAllPages(String address) {
        advisor.opens(address);
        var references = new ArrayList<>(references());
        while (!advisor.texts("a[rel=next]").isEmpty()) {
            assertEquals(PAGE_SIZE, references().size());
            references.addAll(references(advisor.follows("Next page")));
        }
        return references;
    }

    private List<String> references() {
        return references(advisor);
    }

    private static List<String> references(HttpBrowser browser) {
        return browser.html().select(".queue tbody input[name=case]").eachAttr("id").stream()
                .map(id -> id.substring("select-".length()))
                .toList();
    }

    private static String first(SavedRecommendation saved) {
        return saved.recommendation().first().track();
    }
}
