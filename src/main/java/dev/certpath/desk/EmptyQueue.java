package dev.certpath.desk;

import dev.certpath.cases.CaseBook;

/** Why a part of the queue shows nothing. */
enum EmptyQueue {
    /** There is no recommendation at all. */
    NOTHING_YET,
    /** There are some, but none so old. */
    NOTHING_OLDER,
    /** No case has that first. */
    NO_SUCH_FIRST,
    /** No case has that reference. */
    NO_SUCH_REFERENCE,
    /** The case of that reference has another first. */
    REFERENCE_HAS_ANOTHER_FIRST;

    /** Finds out, by taking filters away, which of them is to blame. */
    static EmptyQueue why(QueueForm form, CaseBook cases) {
        if (!form.before().isEmpty()) {
            return NOTHING_OLDER;
        }
        if (!form.isFiltered()) {
            return NOTHING_YET;
        }
        if (form.reference().isEmpty()) {
            return NO_SUCH_FIRST;
        }
        boolean referenceExists = !form.first().isEmpty()
                && !cases.list(form.withoutFirst().query()).rows().isEmpty();
        return referenceExists ? REFERENCE_HAS_ANOTHER_FIRST : NO_SUCH_REFERENCE;
    }
}
