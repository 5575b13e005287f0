package dev.certpath.desk;

import dev.certpath.cases.CaseQuery;
import dev.certpath.guide.Guide;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What part of the queue to show, as the address says it.
 *
 * @param first the code of the recommended first; empty for any
 * @param reference a reference as people type it; empty for any
 * @param before the number of the case that the page comes after; empty for the newest
 */
record QueueForm(String first, String reference, String before) {

    private static final int PAGE = 50;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    QueueForm(@Nullable String first, @Nullable String reference, @Nullable String before) {
        this.first = first == null ? "" : first;
        this.reference = reference == null ? "" : reference.strip();
        this.before = before == null ? "" : before;
    }

    /** What in it means nothing. */
    List<FormProblem> problems(Guide guide) {
        var problems = new ArrayList<FormProblem>();
        if (!first.isEmpty() && guide.track(first).isEmpty()) {
            problems.add(new FormProblem("first", "queue.first.unknown", first));
        }
        if (!reference.isEmpty() && !CaseQuery.isReference(reference)) {
            problems.add(new FormProblem("reference", "queue.reference.unknown", reference));
        }
        if (!before.isEmpty() && !NUMBER.matcher(before).matches()) {
            problems.add(new FormProblem("newest", "queue.before.unknown"));
        }
        return problems;
    }

    /** The cases that it asks for. Only for one without problems. */
    CaseQuery query() {
        return new CaseQuery(first, reference, before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before), PAGE);
    }

    public boolean isFiltered() {
        return !first.isEmpty() || !reference.isEmpty();
    }

    public QueueForm withoutFirst() {
        return new QueueForm("", reference, "");
    }

    public QueueForm withoutReference() {
        return new QueueForm(first, "", "");
    }
}
