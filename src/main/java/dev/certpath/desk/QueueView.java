package dev.certpath.desk;

import java.util.List;
import java.util.Map;

/**
 * A part of the queue that is one click away.
 *
 * @param code its name in {@code messages.properties}
 * @param form what it shows
 */
public record QueueView(String code, QueueForm form) {

    private static final QueueView NEEDS_SOMEONE =
            new QueueView("needs-someone", QueueForm.of(Map.of(QueueForm.VIEW, QueueForm.NEEDS_SOMEONE)));
    private static final QueueView MINE = new QueueView(
            "mine",
            QueueForm.of(Map.of(
                    QueueForm.VIEW, QueueForm.ALL, QueueForm.STATUS, QueueForm.OPEN, QueueForm.WHO, QueueForm.ME)));
    private static final QueueView WAITING = new QueueView(
            "waiting",
            QueueForm.of(Map.of(
                    QueueForm.VIEW, QueueForm.ALL, QueueForm.STATUS, QueueForm.OPEN, QueueForm.SORT, "waiting")));
    private static final QueueView ALL = new QueueView("all", QueueForm.of(Map.of(QueueForm.VIEW, QueueForm.ALL)));

    static final List<QueueView> READY = List.of(NEEDS_SOMEONE, MINE, WAITING, ALL);

    /** The ready view that a form narrows. */
    static QueueView of(QueueForm form) {
        if (!form.isAll()) {
            return NEEDS_SOMEONE;
        }
        if (form.covers(MINE.form)) {
            return MINE;
        }
        return form.covers(WAITING.form) ? WAITING : ALL;
    }
}
