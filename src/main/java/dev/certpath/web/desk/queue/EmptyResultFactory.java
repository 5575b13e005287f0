package dev.certpath.web.desk.queue;

import dev.certpath.cases.search.CaseCount;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.queue.EmptyResult.ExcludingFilter;
import dev.certpath.web.desk.queue.EmptyResult.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Explains empty pages of the queue. Queries the database only if the parameters request an explanation. */
@Component
class EmptyResultFactory {

    private final CaseSearch search;
    private final QueueQueryParser parser;
    private final DeskMessages messages;

    EmptyResultFactory(CaseSearch search, QueueQueryParser parser, DeskMessages messages) {
        this.search = search;
        this.parser = parser;
        this.messages = messages;
    }

    /** Explains a page without rows, given the number of cases that match its filters. */
    EmptyResult explain(
            QueueParameters parameters, List<AppliedFilter> activeFilters, CaseCount count, QueueViewer viewer) {
        if (count.count() > 0) {
            return new EmptyResult(Reason.END_OF_LIST, List.of());
        }
        if (activeFilters.isEmpty()) {
            return new EmptyResult(Reason.EMPTY_VIEW, List.of());
        }
        if (!parameters.isExplained()) {
            return new EmptyResult(Reason.FILTERED, List.of());
        }
        var filters = findExcludingFilters(parameters, activeFilters, viewer);
        return new EmptyResult(filters.isEmpty() ? Reason.SEVERAL_FILTERS : Reason.ONE_FILTER, filters);
    }

    /** Counts the cases without each single filter. */
    private List<ExcludingFilter> findExcludingFilters(
            QueueParameters parameters, List<AppliedFilter> activeFilters, QueueViewer viewer) {
        var filters = new ArrayList<>(activeFilters);
        if (!parameters.showsAllCases()) {
            filters.add(new AppliedFilter(
                    messages.text("queue.filter.needs-someone"),
                    parameters.with(QueueParameters.VIEW, QueueParameters.ALL)));
        }
        return filters.stream()
                .flatMap(filter -> toExcludingFilter(filter, viewer).stream())
                .toList();
    }

    private Optional<ExcludingFilter> toExcludingFilter(AppliedFilter filter, QueueViewer viewer) {
        var count = search.count(parser.toFilter(filter.without(), viewer));
        var code = count.exceedsLimit() ? "queue.heading.all.more" : "queue.heading.all";
        return Optional.of(count)
                .filter(cases -> cases.count() > 0)
                .map(cases ->
                        new ExcludingFilter(filter.label(), filter.without(), messages.text(code, cases.count())));
    }
}
