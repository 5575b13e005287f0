package dev.certpath.cases.search;

import static dev.certpath.cases.search.GeneratedCases.CASES;
import static dev.certpath.cases.search.GeneratedCases.SEED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.testsupport.TestDatabase;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** Compares every filter, order and page of the queue with the same done in memory. */
@OnEveryDatabase
class CaseSearchReferenceIT {

    private static final int COUNT_LIMIT = 1_000;

    /** Not a divisor of the number of cases. */
    private static final int PAGE_SIZE = 251;

    private static final int RANDOM_FILTERS = 25;

    private final TestApplication application = GeneratedCases.application();

    /** Never reads candidates, as with very many cases. */
    private final CaseSearch walking = search(-1);

    /** Always reads candidates, if a criterion allows it: there are fewer cases than the limit. */
    private final CaseSearch fetching = application.bean(CaseSearch.class);

    /** Generates other filters for each database. */
    private final CaseGenerator generator =
            new CaseGenerator(SEED + TestDatabase.current().ordinal());

    @Test
    void findsTheSameCasesAsInMemory() {
        var filters = Stream.concat(
                CaseGenerator.singleCriterionFilters().stream(),
                Stream.generate(generator::randomFilter).limit(RANDOM_FILTERS));
        filters.forEach(filter -> {
            var orders = generator.randomOrders(2);
            assertCount(filter, walking);
            assertRows(filter, orders.get(0), walking);
            assertCount(filter, fetching);
            assertRows(filter, orders.get(1), fetching);
        });
    }

    @Test
    void queueExportAndCountAgree() throws IOException {
        var advisor = application.advisor();
        for (String query : List.of(
                "view=all",
                "view=needs-someone",
                "view=all&sort=closest&first=aws&status=open",
                "view=all&why=exam-ends&industry=retail&sort=changed",
                "view=all&why=overruled",
                "view=all&decision=any&sort=changed",
                "view=all&decision=agreed&rule=google-employer",
                "view=all&reason=cost-or-time&sort=closest",
                "view=all&decision=otherwise&reason=not-given",
                "view=all&rule=aws-role-more",
                "view=all&who=nobody&employer=aws&firmness=clear",
                "view=all&from=2026-11-03&to=2026-11-03&sort=waiting",
                "view=all&q=%25",
                "view=all&q=nobody+at+all")) {
            assertAgreement(advisor, query);
        }
    }

    private static void assertAgreement(HttpBrowser advisor, String query) throws IOException {
        advisor.opens("/advisor?" + query).gets(200);
        var heading = advisor.texts("h1").get(0);
        var listed = new ArrayList<>(references(advisor));
        while (!advisor.texts("a[rel=next]").isEmpty()) {
            listed.addAll(references(advisor.follows("Next page")));
        }
        advisor.opens("/advisor/cases.csv?" + query).gets(200);
        var records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(advisor.html().wholeText().replace("\ufeff", "")))
                .getRecords();
        assertThat(records.stream().map(row -> row.get("Reference")))
                .as("%s, seed %d", query, SEED)
                .containsExactlyElementsOf(listed);
        assertThat(heading).as(query).startsWith(headingStart(listed.size()));
        assertThat(records).extracting((CSVRecord row) -> row.get("Name")).noneMatch(name -> name.matches("[=@+-].*"));
    }

    private static String headingStart(int count) {
        if (count == 0) {
            return "No ";
        }
        return count > COUNT_LIMIT ? "More than 1,000 " : "%,d ".formatted(count);
    }

    private CaseSearch search(int candidateLimit) {
        return new CaseSearch(
                application.bean(EntityManager.class),
                application.bean(CurrentGuide.class),
                application.bean(CurrentDate.class),
                application.bean(PlatformTransactionManager.class),
                candidateLimit);
    }

    private void assertRows(CaseFilter filter, CaseSortOrder order, CaseSearch search) {
        var closed = closedExams(application);
        var expected = CASES.stream()
                .filter(expectedCase -> expectedCase.matches(filter, closed))
                .sorted(ExpectedCase.comparator(order))
                .toList();
        var query = new CaseQuery(filter, order, Optional.empty(), PAGE_SIZE);
        var paged = readAllPages(search, query);
        var all = new ArrayList<CaseRow>();
        search.forEach(query, all::add);

        var description = "%s by %s, seed %d".formatted(filter, order, SEED);
        assertThat(paged)
                .as(description)
                .extracting(CaseRow::databaseId)
                .containsExactlyElementsOf(
                        expected.stream().map(ExpectedCase::databaseId).toList());
        assertThat(all).as(description).isEqualTo(paged);
        if (!paged.isEmpty()) {
            assertAdjacentCases(search, query, paged, generator.randomIndex(paged.size(), countWaiting(paged)));
        }
        assertThat(paged)
                .as(description)
                .extracting(CaseRow::attentionReasons)
                .containsExactlyElementsOf(expected.stream()
                        .map(expectedCase -> expectedCase.attentionReasons(closed))
                        .toList());
    }

    private void assertCount(CaseFilter filter, CaseSearch search) {
        var closed = closedExams(application);
        int matching = (int) CASES.stream()
                .filter(expectedCase -> expectedCase.matches(filter, closed))
                .count();
        var expected = new CaseCount(Math.min(matching, COUNT_LIMIT), matching > COUNT_LIMIT);
        assertThat(search.count(filter)).as("%s, seed %d", filter, SEED).isEqualTo(expected);
        var query = new CaseQuery(filter, CaseSortOrder.NEWEST, Optional.empty(), PAGE_SIZE);
        assertThat(countOnEachPage(search, query))
                .as("%s, seed %d", query, SEED)
                .containsOnly(expected);
    }

    /** What a page says about all pages, for the first and the second page. */
    private static Set<CaseCount> countOnEachPage(CaseSearch search, CaseQuery query) {
        var first = search.findPageWithCount(query);
        assertThat(first.page()).isEqualTo(search.findPage(query));
        var second = first.page().next().map(query::withAfter).map(search::findPageWithCount);
        return Stream.concat(Stream.of(first), second.stream())
                .map(CasePageWithCount::count)
                .collect(Collectors.toSet());
    }

    /** The index at which the second segment of the order by waiting time starts. */
    private static int countWaiting(List<CaseRow> rows) {
        return (int) rows.stream().filter(row -> row.waitingSince().isPresent()).count();
    }

    private static void assertAdjacentCases(CaseSearch search, CaseQuery query, List<CaseRow> rows, int index) {
        var position = query.order().positionOf(rows.get(index));
        var adjacent = search.findAdjacent(new CaseQuery(query.filter(), query.order(), Optional.of(position), 1));
        var previous = index == 0 ? Optional.<CaseRow>empty() : Optional.of(rows.get(index - 1));
        var next = index + 1 == rows.size() ? Optional.<CaseRow>empty() : Optional.of(rows.get(index + 1));
        assertThat(adjacent).as("%s, seed %d", query, SEED).isEqualTo(new AdjacentCases(previous, next));
    }

    private static List<CaseRow> readAllPages(CaseSearch search, CaseQuery query) {
        var rows = new ArrayList<CaseRow>();
        var next = Optional.of(query);
        while (next.isPresent()) {
            var page = search.findPage(next.get());
            rows.addAll(page.rows());
            next = page.next()
                    .map(position -> KeysetPosition.parse(position.toString()).orElseThrow())
                    .map(query::withAfter);
        }
        return rows;
    }

    private static Set<String> closedExams(TestApplication application) {
        return application.bean(CurrentGuide.class).guide().exams().stream()
                .filter(exam -> exam.availability().closes() != null
                        && exam.availability().closes().isBefore(TestApplication.TODAY))
                .map(exam -> exam.code())
                .collect(Collectors.toSet());
    }

    private static List<String> references(HttpBrowser browser) {
        return browser.html().select(".queue tbody input[name=case]").eachAttr("id").stream()
                .map(id -> id.substring("select-".length()))
                .toList();
    }
}
