package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.QueueParameters;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Describes the filters that have a value. */
@Component
class AppliedFilters {

    private final QueueFilterOptions options;
    private final DryRunFilter dryRunFilter;
    private final DeskMessages messages;

    AppliedFilters(QueueFilterOptions options, DryRunFilter dryRunFilter, DeskMessages messages) {
        this.options = options;
        this.dryRunFilter = dryRunFilter;
        this.messages = messages;
    }

    /** The filters that narrow the view, in the order of the page. */
    List<AppliedFilter> of(QueueParameters parameters) {
        return SavedView.of(parameters).narrowingFilters(parameters).stream()
                .map(name -> toFilter(name, parameters))
                .toList();
    }

    private AppliedFilter toFilter(String name, QueueParameters parameters) {
        var value = parameters.value(name);
        var list = findList(name);
        var label = list.map(FilterOptionList::label).orElseGet(() -> messages.text("queue.filter." + name));
        var choice = name.equals(QueueParameters.CHANGE)
                ? dryRunFilter.describe(value)
                : list.map(known -> known.label(value)).orElse(value);
        return new AppliedFilter(label + ": " + choice, parameters.without(name));
    }

    private Optional<FilterOptionList> findList(String name) {
        return options.lists().stream().filter(list -> list.name().equals(name)).findFirst();
    }
}
