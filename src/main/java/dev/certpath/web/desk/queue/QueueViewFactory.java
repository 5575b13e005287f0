package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.search.CaseCount;
import dev.certpath.cases.search.CasePageWithCount;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.ViewCounts;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.QueueParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Builds the queue page. */
@Component
class QueueViewFactory {

    /** The model attribute with the parameters that the form with the filters begins with. */
    private static final String FILTERED = "filterParameters";

    private final CaseSearch search;
    private final ViewCounts counts;
    private final QueueQueryParser parser;
    private final QueueFilterOptions options;
    private final AppliedFilters appliedFilters;
    private final EmptyResultFactory emptyResults;
    private final AccountService accounts;
    private final QueueRowFormatter formatter;
    private final DeskMessages messages;

    QueueViewFactory(
            CaseSearch search,
            ViewCounts counts,
            QueueQueryParser parser,
            QueueFilterOptions options,
            AppliedFilters appliedFilters,
            EmptyResultFactory emptyResults,
            AccountService accounts,
            QueueRowFormatter formatter,
            DeskMessages messages) {
        this.search = search;
        this.counts = counts;
        this.parser = parser;
        this.options = options;
        this.appliedFilters = appliedFilters;
        this.emptyResults = emptyResults;
        this.accounts = accounts;
        this.formatter = formatter;
        this.messages = messages;
    }

    /**
     * The page without parameters, which is the first after a login: the cases that need someone, or all cases if none does.
     * Its filters and its search are about all cases. The caller adds the {@link BulkActionForm}.
     */
    ModelAndView firstPage(String advisor) {
        var viewer = parser.viewer(advisor);
        var viewCounts = viewCounts(viewer);
        var needing = Objects.requireNonNull(viewCounts.get(SavedView.NEEDS_SOMEONE));
        var view = needing.count() > 0 ? SavedView.NEEDS_SOMEONE : SavedView.ALL;
        return page(view.parameters(), viewer, viewCounts).addObject(FILTERED, QueueParameters.of(Map.of()));
    }

    /** The page for valid parameters. The caller adds the {@link BulkActionForm}. */
    ModelAndView page(QueueParameters parameters, String advisor) {
        var viewer = parser.viewer(advisor);
        return page(parameters, viewer, viewCounts(viewer));
    }

    private ModelAndView page(QueueParameters parameters, QueueViewer viewer, Map<SavedView, CaseCount> viewCounts) {
        var query = parser.toQuery(parameters, viewer);
        var view = SavedView.of(parameters);
        var found = view.isNarrowedBy(parameters)
                ? search.findPageWithCount(query)
                : new CasePageWithCount(search.findPage(query), Objects.requireNonNull(viewCounts.get(view)));
        var cases = found.page();
        var count = found.count();
        var activeFilters = appliedFilters.of(parameters);
        var page = layout(parameters, viewCounts, HttpStatus.OK);
        page.addObject("heading", heading(parameters, count));
        page.addObject("activeFilters", activeFilters);
        page.addObject("order", query.order());
        page.addObject("rows", formatter.format(cases.rows(), viewer.username()));
        page.addObject("exportLabel", exportLabel(count));
        cases.next()
                .ifPresent(position ->
                        page.addObject("next", parameters.with(QueueParameters.AFTER, position.toString())));
        if (cases.rows().isEmpty()) {
            page.addObject("emptyResult", emptyResults.explain(parameters, activeFilters, count, viewer));
        }
        return page;
    }

    /** The page that shows the errors of invalid parameters. */
    ModelAndView invalidPage(QueueParameters parameters, BindingResult result, String advisor) {
        var page = layout(parameters, viewCounts(parser.viewer(advisor)), HttpStatus.BAD_REQUEST);
        page.addObject(BindingResult.MODEL_KEY_PREFIX + QueueParameters.MODEL_ATTRIBUTE, result);
        page.addObject("heading", messages.text("queue.heading.invalid"));
        page.addObject("rows", List.of());
        return page;
    }

    private ModelAndView layout(QueueParameters parameters, Map<SavedView, CaseCount> viewCounts, HttpStatus status) {
        var page = new ModelAndView("desk/queue", status);
        page.addObject(QueueParameters.MODEL_ATTRIBUTE, parameters);
        page.addObject(FILTERED, parameters);
        page.addObject("views", viewLinks(parameters, viewCounts));
        page.addObject("view", SavedView.of(parameters));
        var usernames = accounts.findEnabledUsernames();
        page.addObject("assignees", usernames);
        addFilters(page, parameters, usernames);
        return page;
    }

    private void addFilters(ModelAndView page, QueueParameters parameters, List<String> usernames) {
        var active = SavedView.of(parameters).narrowingFilters(parameters);
        var common = options.commonLists(usernames);
        var more = options.moreLists();
        boolean hasTextFilter = Stream.of(QueueParameters.COHORT, QueueParameters.FROM, QueueParameters.TO)
                .anyMatch(active::contains);
        page.addObject("commonFilters", new FilterGroup(common, hasFilter(common, active)));
        page.addObject("moreFilters", new FilterGroup(more, hasTextFilter || hasFilter(more, active)));
    }

    private static boolean hasFilter(List<FilterOptionList> lists, List<String> names) {
        return lists.stream().map(FilterOptionList::name).anyMatch(names::contains);
    }

    /** The number of cases of each view, in the order of the page. */
    private Map<SavedView, CaseCount> viewCounts(QueueViewer viewer) {
        var numbers = new LinkedHashMap<SavedView, CaseCount>();
        numbers.put(
                SavedView.NEEDS_SOMEONE,
                counts.needingSomeone(viewer.absentAdvisors().get()));
        numbers.put(SavedView.MINE, counts.assignedTo(viewer.username()));
        numbers.put(SavedView.WAITING, counts.waiting());
        numbers.put(SavedView.ALL, counts.all());
        return numbers;
    }

    private List<ViewLink> viewLinks(QueueParameters parameters, Map<SavedView, CaseCount> viewCounts) {
        var current = SavedView.of(parameters);
        return viewCounts.entrySet().stream()
                .map(view -> new ViewLink(
                        view.getKey(), viewCount(view.getValue()), view.getKey().equals(current)))
                .toList();
    }

    private String viewCount(CaseCount count) {
        return messages.text(count.exceedsLimit() ? "queue.views.count.more" : "queue.views.count", count.count());
    }

    private String heading(QueueParameters parameters, CaseCount count) {
        var code = parameters.showsAllCases() ? "queue.heading.all" : "queue.heading.needs-someone";
        return messages.text(count.exceedsLimit() ? code + ".more" : code, count.count());
    }

    private String exportLabel(CaseCount count) {
        return count.exceedsLimit() ? messages.text("queue.export.all") : messages.text("queue.export", count.count());
    }
}
