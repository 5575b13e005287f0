package dev.certpath.bench.http;

import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CaseQuery;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.testsupport.TestApplication;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the desk that show many cases: every order, filter and search of the queue, and the insights. */
final class ListPages {

    static final String NEWEST = "newest first";
    static final String RECENT_INSIGHTS = "insights, 12 weeks";
    static final String ALL_INSIGHTS = "insights, all days";

    private static final String QUEUE = "/advisor?";
    private static final int ROWS_BEFORE_PAGE_1000 = 999 * 50;

    private final Map<String, String> addresses = new LinkedHashMap<>();

    private ListPages() {}

    /** The addresses of the pages by their names, for the cases in the database of an application. */
    static Map<String, String> of(TestApplication application, int cases) {
        var pages = new ListPages();
        pages.addOrders(application, Math.min(ROWS_BEFORE_PAGE_1000, cases / 2));
        pages.addFilters();
        pages.addCombinedFilters();
        pages.addSearches(application.bean(JdbcClient.class));
        pages.addresses.put(RECENT_INSIGHTS, "/advisor/insights");
        pages.addresses.put(ALL_INSIGHTS, "/advisor/insights?from=&to=");
        return pages.addresses;
    }

    private void addOrders(TestApplication application, int rowsBefore) {
        add(NEWEST, "");
        add("needs someone", "view=needs-someone");
        var search = application.bean(CaseSearch.class);
        for (CaseSortOrder order : CaseSortOrder.values()) {
            add("order " + order, "sort=" + order);
            var page = search.findPage(new CaseQuery(CaseFilter.NONE, order, Optional.empty(), rowsBefore));
            page.next().ifPresent(next -> add("order " + order + ", page 1,000", "sort=" + order + "&after=" + next));
        }
    }

    private void addFilters() {
        add("mine", "who=me");
        add("unassigned", "who=nobody");
        add("new", "status=new");
        add("in review", "status=in-review");
        add("decided", "status=decided");
        add("closed", "status=closed");
        add("student asked", "why=student-asked");
        add("exam that ends", "why=exam-ends");
        add("ties, last changed first", "why=tie&sort=changed");
        add("close calls", "why=close-call");
        add("several firsts", "why=several-firsts");
        add("overruled", "why=overruled");
        add("first AWS", "first=aws");
        add("clear, longest waiting first", "firmness=clear&sort=waiting");
        add("clear, closest call", "firmness=clear&sort=closest");
        add("industry: energy", "industry=energy");
        add("role: ML research", "role=ml-research");
        add("employer: Kubernetes", "employer=kubernetes");
        add("background: expert", "background=expert");
        add("decided as recommended", "decision=agreed");
        add("decided otherwise", "decision=otherwise");
        add("decided otherwise because of cost or time", "reason=cost-or-time");
        add("decided otherwise, reason without case", "reason=local-job-market");
        add("rule: AWS for MLOps", "rule=aws-role");
        add("rule: AWS for MLOps, closest call", "rule=aws-role&sort=closest");
    }

    private void addCombinedFilters() {
        var today = LocalDate.now(ZoneOffset.UTC);
        add("one week, closest call", "from=" + today.minusDays(400) + "&to=" + today.minusDays(394) + "&sort=closest");
        add("three criteria, closest call", "industry=telecommunications&role=ml-research&first=azure&sort=closest");
        add("three criteria without case", "industry=ai-first&role=ml-research&employer=none&first=azure");
        add("track and reason, closest call", "first=google&reason=employer-requires&sort=closest");
        add("mine, decided otherwise, first Azure", "who=me&decision=otherwise&first=azure");
    }

    private void addSearches(JdbcClient database) {
        var reference = database.sql("select reference from cases where id = 500")
                .query(String.class)
                .single();
        add("search: a reference", "q=" + reference);
        add("search: a part of a reference", "q=" + reference.substring(0, 3));
        add("search: two digits of a reference", "q=" + reference.substring(0, 2));
        add("search: a frequent name", "q=garcia");
        add("search: a whole name", "q=zoe+garcia&sort=closest");
        add("search: an e-mail address", "q=student990%40");
        add("search: no such name", "q=nobody+at+all");
    }

    private void add(String name, String parameters) {
        addresses.put(name, QUEUE + parameters);
    }
}
