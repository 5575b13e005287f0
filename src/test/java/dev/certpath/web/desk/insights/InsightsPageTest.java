package dev.certpath.web.desk.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.cases.search.CaseGenerator;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.RandomSeed;
import dev.certpath.testsupport.TestApplication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the insights page with random cases of the first eight days of November 2026. */
class InsightsPageTest {

    private static final int CASES = 400;
    private static final long SEED = RandomSeed.get();

    private static TestApplication application;

    /** The texts of the page before there were cases: of the default period, and of all days. */
    private static List<String> textsWithoutCases;

    private HttpBrowser advisor;

    @BeforeAll
    static void insertCases() {
        application = TestApplication.withoutCases();
        var browser = application.advisor().opens("/advisor/insights").gets(200);
        textsWithoutCases =
                List.of(browser.text(), browser.follows("All").gets(200).text());
        CaseGenerator.insert(new CaseGenerator(SEED).generate(CASES), application);
        var accounts = application.bean(AccountService.class);
        CaseGenerator.ADVISORS.forEach(
                name -> accounts.add(name, TestApplication.ADMIN_PASSWORD, Account.Role.ADVISOR, false));
    }

    @BeforeEach
    void logIn() {
        advisor = application.advisor();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/advisor/insights",
                "/advisor/insights?from=&to=",
                "/advisor/insights?from=2026-11-03&to=2026-11-05",
                "/advisor/insights?from=2020-05-20&to=2026-11-06",
                "/advisor/insights?to=2026-11-01"
            })
    void everyNumberLinksToAsManyCases(String address) {
        advisor.opens(address).gets(200);
        var links = new LinkedHashMap<String, String>();
        advisor.html()
                .select("main a[href^=/advisor?]")
                .forEach(link -> links.merge(link.attr("href"), link.text(), (one, same) -> {
                    assertThat(same).as("seed %d, %s", SEED, link).isEqualTo(one);
                    return one;
                }));
        assertThat(links).hasSizeGreaterThan(40);
        links.forEach((href, number) -> assertThat(
                        advisor.opens(href).gets(200).texts("h1").get(0).split(" ")[0])
                .as("seed %d, %s", SEED, href)
                .isEqualTo(number));
    }

    @Test
    void numbersAddUp() {
        advisor.opens("/advisor/insights?from=2026-11-02&to=2026-11-07");
        long all = number(advisor.html().select(".key-figures dd").get(0));
        long decided = number(advisor.html().select(".key-figures dd").get(2));

        assertThat(sum(".bucket-table tbody td")).isEqualTo(all);
        assertThat(sum(".heatmap tbody tr:not(.sum) td:nth-last-child(-n+3)")).isEqualTo(all);
        assertThat(sum(".heatmap tbody tr.sum td:nth-last-child(-n+3)")).isEqualTo(all);
        assertThat(sum(".heatmap tbody tr:not(.sum) td:not(:nth-last-child(-n+3))"))
                .isEqualTo(all);
        assertThat(sumOf("Cases by firmness")).isEqualTo(all);
        assertThat(sumOf("Decided cases")).isEqualTo(decided);
        assertThat(sumOf("Decided otherwise, by reason"))
                .isEqualTo(number(advisor.html().select(".key-figures dd").get(3)));
    }

    @Test
    void chartsShowTheNumbersOfTheirTables() {
        advisor.opens("/advisor/insights");
        var page = advisor.html();

        assertThat(page.select("svg.plot rect title").eachText())
                .isEqualTo(page.select(".bucket-table tbody tr").stream()
                        .map(row -> row.select("th").text().replaceFirst(" \\(.*", "") + ": "
                                + row.select("td").text())
                        .toList());
        assertThat(bars("#first-tracks"))
                .containsExactlyElementsOf(advisor.texts(".heatmap tr.sum td:nth-last-child(-n+3)"));
        for (String caption : List.of("Cases by firmness", "Decided cases", "Decided otherwise, by reason")) {
            var table = table(caption);
            assertThat(chartOf(table).select("text.numeric").eachText())
                    .as(caption)
                    .isEqualTo(table.select("tbody td:nth-child(2)").eachText());
            assertThat(chartOf(table).select("text:not(.numeric)").eachText())
                    .as(caption)
                    .isEqualTo(table.select("tbody th").eachText());
        }
        var rules = table("Decided otherwise, by rule that applied");
        assertThat(chartOf(rules).select("text.numeric").eachText())
                .isEqualTo(rules.select("tbody tr").stream()
                        .map(row -> row.select("td").get(1).text() + " of "
                                + row.select("td").get(0).text())
                        .toList());
    }

    @Test
    void barLengthsAreProportional() {
        advisor.opens("/advisor/insights");
        double all = number(advisor.html().select(".key-figures dd").get(0));
        var table = table("Cases by firmness");
        var lengths = chartOf(table).select("rect.bar").eachAttr("width");
        var numbers = table.select("tbody td:nth-child(2)").eachText();
        for (int bar = 0; bar < numbers.size(); bar++) {
            assertThat(Double.parseDouble(lengths.get(bar).replace("%", "")))
                    .isCloseTo(100 * Long.parseLong(numbers.get(bar)) / all, offset(0.01));
        }
    }

    @Test
    void listsMostOverruledRulesFirst() {
        advisor.opens("/advisor/insights");
        var shares = new ArrayList<Double>();
        table("Decided otherwise, by rule that applied")
                .select("tbody tr")
                .forEach(row -> shares.add((double) number(row.select("td").get(1))
                        / number(row.select("td").get(0))));
        assertThat(shares).hasSizeGreaterThan(3).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void showsTwelveWeeksByDefault() {
        advisor.opens("/advisor").follows("Insights").isOn("/advisor/insights").sees("7 September to 23 November");
        assertThat(advisor.texts(".views [aria-current=page]")).containsExactly("Last 12 weeks");
        assertThat(advisor.texts(".bucket-table tbody tr")).hasSize(12);
        assertThat(advisor.texts(".bucket-table tbody tr").get(11)).isEqualTo("23 November (part of the week) 0");
        for (String period : List.of("Last 4 weeks", "This year", "All", "Last 12 weeks")) {
            advisor.follows(period).gets(200);
            assertThat(advisor.texts(".views [aria-current=page]")).containsExactly(period);
        }
    }

    @Test
    void acceptsAPeriod() {
        advisor.opens("/advisor/insights")
                .types("Opened from", "2026-11-03")
                .types("Opened to", "2026-11-04")
                .presses("Apply")
                .isOn("/advisor/insights?from=2026-11-03&to=2026-11-04")
                .sees("Cases opened 3 to 4 November");
        assertThat(advisor.texts(".bucket-table tbody th")).containsExactly("3 November", "4 November");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=yesterday&to=2026-11-23            | "yesterday" is not a date
            from=2026-11-01&to=2026-02-30           | "2026-02-30" is not a date
            from=2026-11-02&to=2026-11-01           | Enter a last day that is not before the first day
            from=2026-11-02&from=2026-11-03         | "2026-11-02,2026-11-03" is not a date
            from=%3Cb%3Ex%3C/b%3E                   | "<b>x</b>" is not a date
            to=99999-01-01                          | "99999-01-01" is not a date
            """)
    void rejectsInvalidPeriods(String query, String advice) {
        advisor.opens("/advisor/insights?" + query)
                .gets(400)
                .sees("There is a problem")
                .sees(advice);
        assertThat(advisor.html().select("svg.plot, main table")).isEmpty();
        assertThat(advisor.html().title()).startsWith("Error: Insights - ");
        var typed = Stream.of("from", "to")
                .map(name -> advisor.html().getElementById(name).val())
                .toList();
        assertThat(query.contains("99999")).isEqualTo(typed.get(1).equals("99999-01-01"));
        assertThat(query.contains("yesterday")).isEqualTo(typed.get(0).equals("yesterday"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-11-12&to=2026-11-20",
                "from=2030-01-01",
                "to=2020-01-01",
                "from=0001-01-01&to=1999-01-01"
            })
    void reportsPeriodsWithoutCases(String query) {
        advisor.opens("/advisor/insights?" + query).gets(200).sees("No case was opened in this period");
        advisor.follows("Show all days").isOn("/advisor/insights?from=&to=").sees(Integer.toString(CASES));
    }

    @Test
    void showsOnlyDaysWithCasesForVeryLongPeriods() {
        advisor.opens("/advisor/insights?from=0001-01-01&to=9999-12-30").gets(200);
        assertThat(advisor.texts(".bucket-table tbody tr")).hasSize(8);
    }

    @Test
    void reportsAnEmptyDatabase() {
        assertThat(textsWithoutCases)
                .satisfiesExactly(
                        lastWeeks -> assertThat(lastWeeks).contains("No case was opened in this period"),
                        allDays -> assertThat(allDays).contains("No case was opened in this period: All days"));
    }

    @Test
    void defaultPeriodEndsToday() {
        application.onDay(
                LocalDate.parse("2026-11-30"),
                () -> application.advisor().opens("/advisor/insights").sees("14 September to 30 November"));
    }

    private List<String> bars(String heading) {
        return advisor.html()
                .selectFirst("section:has(" + heading + ") svg.plot")
                .select("text.numeric")
                .eachText();
    }

    private Element table(String caption) {
        return advisor.html().select("table:has(caption)").stream()
                .filter(table -> table.selectFirst("caption").text().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    /** The chart before a table. */
    private static Element chartOf(Element table) {
        return table.previousElementSibling();
    }

    private long sumOf(String caption) {
        return table(caption).select("tbody td:nth-child(2)").stream()
                .mapToLong(InsightsPageTest::number)
                .sum();
    }

    private long sum(String selector) {
        return advisor.html().select(selector).stream()
                .mapToLong(InsightsPageTest::number)
                .sum();
    }

    /** The number at the start of an element's text. */
    private static long number(Element element) {
        return Long.parseLong(element.text().split(" ")[0].replace(",", ""));
    }
}
