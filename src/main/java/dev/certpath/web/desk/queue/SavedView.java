package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.QueueParameters;
import java.util.List;
import java.util.Map;

/**
 * A predefined view of the queue.
 *
 * @param code the last part of its message key
 * @param parameters its query parameters
 */
public record SavedView(String code, QueueParameters parameters) {

    static final SavedView NEEDS_SOMEONE = new SavedView(
            "needs-someone", QueueParameters.of(Map.of(QueueParameters.VIEW, QueueParameters.NEEDS_SOMEONE)));

    static final SavedView MINE = new SavedView(
            "mine",
            QueueParameters.of(Map.of(
                    QueueParameters.VIEW,
                    QueueParameters.ALL,
                    QueueParameters.STATUS,
                    QueueParameters.OPEN,
                    QueueParameters.ASSIGNEE,
                    QueueParameters.ME,
                    QueueParameters.SORT,
                    "waiting")));

    static final SavedView WAITING = new SavedView(
            "waiting",
            QueueParameters.of(Map.of(
                    QueueParameters.VIEW,
                    QueueParameters.ALL,
                    QueueParameters.ATTENTION,
                    "student-asked",
                    QueueParameters.SORT,
                    "waiting")));

    static final SavedView ALL =
            new SavedView("all", QueueParameters.of(Map.of(QueueParameters.VIEW, QueueParameters.ALL)));

    /** The view that the parameters belong to; they may narrow it by further filters, in any order. */
    static SavedView of(QueueParameters parameters) {
        if (!parameters.showsAllCases()) {
            return NEEDS_SOMEONE;
        }
        if (MINE.includes(parameters)) {
            return MINE;
        }
        return WAITING.includes(parameters) ? WAITING : ALL;
    }

    /** Whether the parameters narrow this view by further filters. */
    boolean isNarrowedBy(QueueParameters parameters) {
        return !narrowingFilters(parameters).isEmpty();
    }

    /** The filters of the parameters that narrow this view, in the order of the page. */
    List<String> narrowingFilters(QueueParameters narrowed) {
        return narrowed.filters().stream()
                .filter(name -> !narrowed.value(name).equals(parameters.value(name)))
                .toList();
    }

    private boolean includes(QueueParameters narrowed) {
        return parameters.filters().stream()
                .allMatch(name -> narrowed.value(name).equals(parameters.value(name)));
    }
}
