package dev.certpath.cases.search;

import static dev.certpath.cases.search.GeneratedCases.KNOWN;
import static dev.certpath.cases.search.GeneratedCases.SEED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Guide;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.testsupport.TestDatabase;
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
import org.junit.jupiter.api.extension.ExtendWith;

/** Every filter, order and page of the queue beside the same thing done in memory. */
@OnEveryDatabase
@ExtendWith(GeneratedCases.class)
class CaseSearchReferenceIT {

    /** The screen says no larger number. */
    private static final int MOST_COUNTED = 1_000;

    private static final int A_PAGE = 251; // never fits in a whole number of times

    private static final int RANDOM_QUESTIONS = 25;

    /** Of four: another draw each time, and on each database, comes to all of them for every filter. */
    private static final int ORDERS_EACH = 2;

    private final TestApplication site = GeneratedCases.site();

    /** Each database is asked questions of its own. */
    private final CaseGenerator some =
            new CaseGenerator(SEED + TestDatabase.current().ordinal());

    @Test
    void everyQuestionIsAnsweredAsInMemory() {
        var questions = Stream.concat(
                CaseGenerator.plainQuestions().stream(),
                Stream.generate(some::question).limit(RANDOM_QUESTIONS));
        questions.forEach(filter -> {
            isCounted(filter);
            for (CaseSortOrder order : some.orders(ORDERS_EACH)) {
                isAnswered(filter, order);
            }
        });
    }

    @Test
    void theScreenTheFileAndTheCountAgree() throws IOException {
        var advisor = site.advisor();
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
            agree(advisor, query);
        }
    }

    private static void agree(HttpBrowser advisor, String query) throws IOException {
        advisor.opens("/advisor?" + query).gets(200);
        var heading = advisor.texts("h1").get(0);
        var onScreen = new ArrayList<>(references(advisor));
        while (!advisor.texts("a[rel=next]").isEmpty()) {
            onScreen.addAll(references(advisor.follows("Next page")));
        }
        advisor.opens("/advisor/cases.csv?" + query).gets(200);
        var lines = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(advisor.html().wholeText()))
                .getRecords();
        assertThat(lines.stream().map(line -> line.get("Reference")))
                .as("%s, seed %d", query, SEED)
                .containsExactlyElementsOf(onScreen);
        assertThat(heading).as(query).startsWith(told(onScreen.size()));
        assertThat(lines).extracting((CSVRecord line) -> line.get("Name")).noneMatch(name -> name.matches("[=@+-].*"));
    }

    private static String told(int many) {
        if (many == 0) {
            return "No ";
        }
        return many > MOST_COUNTED ? "More than 1,000 " : "%,d ".formatted(many);
    }

    private void isAnswered(CaseFilter filter, CaseSortOrder order) {
        var lists = site.bean(CaseSearch.class);
        var closed = closedExams(site);
        var expected = KNOWN.stream()
                .filter(known -> known.fits(filter, closed))
                .sorted(ExpectedCase.by(order))
                .toList();
        var query = new CaseQuery(filter, order, Optional.empty(), A_PAGE);
        var paged = walk(lists, query);
        var all = new ArrayList<CaseRow>();
        lists.each(query, all::add);

        var told = "%s by %s, seed %d".formatted(filter, order, SEED);
        assertThat(paged)
                .as(told)
                .extracting(CaseRow::number)
                .containsExactlyElementsOf(
                        expected.stream().map(ExpectedCase::number).toList());
        assertThat(all).as(told).isEqualTo(paged);
        if (!paged.isEmpty()) {
            hasItsNeighbours(lists, query, paged, some.place(paged.size(), waiting(paged)));
        }
        assertThat(paged)
                .as(told)
                .extracting(CaseRow::why)
                .containsExactlyElementsOf(
                        expected.stream().map(known -> known.why(closed)).toList());
    }

    private void isCounted(CaseFilter filter) {
        var closed = closedExams(site);
        int fitting =
                (int) KNOWN.stream().filter(known -> known.fits(filter, closed)).count();
        assertThat(site.bean(CaseSearch.class).count(filter))
                .as("%s, seed %d", filter, SEED)
                .isEqualTo(new CaseCount(Math.min(fitting, MOST_COUNTED), fitting > MOST_COUNTED));
    }

    /** How many wait. One order has them first, and is read in two stretches, which meet there. */
    private static int waiting(List<CaseRow> rows) {
        return (int) rows.stream().filter(row -> row.waitingSince().isPresent()).count();
    }

    private static void hasItsNeighbours(CaseSearch lists, CaseQuery query, List<CaseRow> rows, int at) {
        var place = query.order().placeOf(rows.get(at));
        var found = lists.neighbours(new CaseQuery(query.filter(), query.order(), Optional.of(place), 1));
        var previous = at == 0 ? Optional.<CaseRow>empty() : Optional.of(rows.get(at - 1));
        var next = at + 1 == rows.size() ? Optional.<CaseRow>empty() : Optional.of(rows.get(at + 1));
        assertThat(found).as("%s, seed %d", query, SEED).isEqualTo(new AdjacentCases(previous, next));
    }

    private static List<CaseRow> walk(CaseSearch lists, CaseQuery query) {
        var rows = new ArrayList<CaseRow>();
        var next = Optional.of(query);
        while (next.isPresent()) {
            var page = lists.page(next.get());
            rows.addAll(page.rows());
            next = page.next()
                    .map(place -> KeysetPosition.read(place.toString()).orElseThrow())
                    .map(place -> new CaseQuery(query.filter(), query.order(), Optional.of(place), query.most()));
        }
        return rows;
    }

    private static Set<String> closedExams(TestApplication site) {
        return site.bean(Guide.class).exams().stream()
                .filter(exam -> exam.closes() != null && exam.closes().isBefore(TestApplication.TODAY))
                .map(exam -> exam.code())
                .collect(Collectors.toSet());
    }

    private static List<String> references(HttpBrowser visitor) {
        return visitor.html().select(".queue tbody input[name=case]").eachAttr("id").stream()
                .map(id -> id.substring("tick-".length()))
                .toList();
    }
}
