package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.search.CaseCount;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.FormViolation;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.queue.EmptyResult.ExcludingFilter;
import dev.certpath.web.desk.queue.EmptyResult.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Builds the queue page. */
@Component
class QueueViewFactory {

    private final CaseSearch search;
    private final QueueQueryParser parser;
    private final QueueFilterOptions options;
    private final AccountService accounts;
    private final QueueRowFormatter formatter;
    private final FormMessages messages;

    QueueViewFactory(
            CaseSearch search,
            QueueQueryParser parser,
            QueueFilterOptions options,
            AccountService accounts,
            QueueRowFormatter formatter,
            FormMessages messages) {
        this.search = search;
        this.parser = parser;
        this.options = options;
        this.accounts = accounts;
        this.formatter = formatter;
        this.messages = messages;
    }

    /** The page for valid parameters. */
    ModelAndView page(QueueParameters parameters, String advisor) {
        return page(parameters, advisor, BulkActionForm.EMPTY, List.of());
    }

    /** The page for valid parameters, with the violations of a submitted bulk action. */
    ModelAndView page(
            QueueParameters parameters, String advisor, BulkActionForm bulkAction, List<FormViolation> violations) {
        var query = parser.toQuery(parameters, advisor);
        var cases = search.findPage(query);
        var count = search.count(query.filter());
        var page = layout(parameters, violations);
        page.addObject("heading", heading(parameters, count));
        page.addObject("activeFilters", activeFilters(parameters));
        page.addObject("order", query.order());
        page.addObject("rows", formatter.format(cases.rows(), advisor));
        page.addObject("bulkAction", bulkAction);
        page.addObject("exportLabel", exportLabel(count));
        cases.next()
                .ifPresent(position ->
                        page.addObject("next", parameters.with(QueueParameters.AFTER, position.toString())));
        if (cases.rows().isEmpty()) {
            page.addObject("emptyResult", emptyResult(parameters, advisor, count));
        }
        return page;
    }

    /** The page that shows the violations of invalid parameters. */
    ModelAndView invalidPage(QueueParameters parameters, List<FormViolation> violations) {
        var page = layout(parameters, violations);
        page.addObject("heading", messages.text("queue.heading.invalid"));
        page.addObject("rows", List.of());
        return page;
    }

    private ModelAndView layout(QueueParameters parameters, List<FormViolation> violations) {
        var page = new ModelAndView("desk/queue", violations.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("parameters", parameters);
        page.addObject("views", SavedView.VIEWS);
        page.addObject("view", SavedView.of(parameters));
        var usernames = accounts.findEnabledUsernames();
        page.addObject("assignees", usernames);
        page.addObject("filterOptions", options.lists(usernames));
        messages.addErrors(page, violations);
        return page;
    }

    private String heading(QueueParameters parameters, CaseCount count) {
        var code = parameters.showsAllCases() ? "queue.heading.all" : "queue.heading.needs-someone";
        return messages.text(count.exceedsLimit() ? code + ".more" : code, count.count());
    }

    private String exportLabel(CaseCount count) {
        return count.exceedsLimit() ? messages.text("queue.export.all") : messages.text("queue.export", count.count());
    }

    private List<ActiveFilter> activeFilters(QueueParameters parameters) {
        return filterLabels(parameters).entrySet().stream()
                .map(label -> new ActiveFilter(label.getValue(), parameters.without(label.getKey())))
                .toList();
    }

    /** The labels of the filters that have a value, by parameter name, in the order of the page. */
    private Map<String, String> filterLabels(QueueParameters parameters) {
        var optionsByName =
                options.lists().stream().collect(Collectors.toMap(FilterOptionList::name, Function.identity()));
        var labels = new LinkedHashMap<String, String>();
        for (String name : parameters.filters()) {
            var value = parameters.value(name);
            var list = optionsByName.get(name);
            labels.put(name, messages.text("queue.filter." + name) + ": " + (list == null ? value : list.label(value)));
        }
        return labels;
    }

    private EmptyResult emptyResult(QueueParameters parameters, String advisor, CaseCount count) {
        if (count.count() > 0) {
            return new EmptyResult(Reason.END_OF_LIST, List.of());
        }
        var filters = findExcludingFilters(parameters, advisor);
        if (!parameters.filters().isEmpty()) {
            return new EmptyResult(filters.isEmpty() ? Reason.SEVERAL_FILTERS : Reason.ONE_FILTER, filters);
        }
        return new EmptyResult(filters.isEmpty() ? Reason.NO_CASES : Reason.NOBODY_NEEDED, filters);
    }

    /** Counts the cases without each single filter. */
    private List<ExcludingFilter> findExcludingFilters(QueueParameters parameters, String advisor) {
        var filters = new ArrayList<ExcludingFilter>();
        filterLabels(parameters)
                .forEach((name, label) -> addIfExcluding(label, parameters.without(name), advisor, filters));
        if (!parameters.showsAllCases()) {
            addIfExcluding(
                    messages.text("queue.filter.needs-someone"),
                    parameters.with(QueueParameters.VIEW, QueueParameters.ALL),
                    advisor,
                    filters);
        }
        return filters;
    }

    private void addIfExcluding(String label, QueueParameters without, String advisor, List<ExcludingFilter> filters) {
        var count = search.count(parser.toQuery(without, advisor).filter());
        if (count.count() > 0) {
            var code = count.exceedsLimit() ? "queue.heading.all.more" : "queue.heading.all";
            filters.add(new ExcludingFilter(label, without, messages.text(code, count.count())));
        }
    }
}
