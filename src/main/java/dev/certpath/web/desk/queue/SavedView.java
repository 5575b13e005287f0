package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.QueueParameters;
import java.util.List;
import java.util.Map;

/**
 * A part of the queue that is one click away.
 *
 * @param code its name in {@code messages.properties}
 * @param form what it shows
 */
public record SavedView(String code, QueueParameters form) {

    private static final SavedView NEEDS_SOMEONE = new SavedView(
            "needs-someone", QueueParameters.of(Map.of(QueueParameters.VIEW, QueueParameters.NEEDS_SOMEONE)));
    private static final SavedView MINE = new SavedView(
            "mine",
            QueueParameters.of(Map.of(
                    QueueParameters.VIEW,
                    QueueParameters.ALL,
                    QueueParameters.STATUS,
                    QueueParameters.OPEN,
                    QueueParameters.WHO,
                    QueueParameters.ME)));
    private static final SavedView WAITING = new SavedView(
            "waiting",
            QueueParameters.of(Map.of(
                    QueueParameters.VIEW,
                    QueueParameters.ALL,
                    QueueParameters.STATUS,
                    QueueParameters.OPEN,
                    QueueParameters.SORT,
                    "waiting")));
    private static final SavedView ALL =
            new SavedView("all", QueueParameters.of(Map.of(QueueParameters.VIEW, QueueParameters.ALL)));

    static final List<SavedView> READY = List.of(NEEDS_SOMEONE, MINE, WAITING, ALL);

    /** The ready view that a form narrows. */
    static SavedView of(QueueParameters form) {
        if (!form.isAll()) {
            return NEEDS_SOMEONE;
        }
        if (form.covers(MINE.form)) {
            return MINE;
        }
        return form.covers(WAITING.form) ? WAITING : ALL;
    }
}
