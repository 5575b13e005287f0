package dev.certpath.web.desk.queue;

import dev.certpath.cases.search.CaseRow;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.web.desk.QueueParameters;
import java.util.List;

/**
 * A row of the queue with formatted values.
 *
 * @param caseRow the case
 * @param waiting how long the student has been waiting; empty if not waiting
 * @param age how long ago the case was opened
 * @param attentionLabels why the case may need an advisor's attention
 * @param question the beginning of what the student wrote last; may be empty
 * @param first the recommended first track
 * @param second the recommended second track
 * @param status the status
 * @param assignee who the case is assigned to
 */
public record QueueRow(
        CaseRow caseRow,
        String waiting,
        String age,
        List<AttentionLabel> attentionLabels,
        String question,
        TrackLabel first,
        TrackLabel second,
        String status,
        String assignee) {

    /** The parameters for the link back from the case to this queue. */
    public QueueParameters returnTo(QueueParameters queue, CaseSortOrder order) {
        return QueueNavigation.returnTo(caseRow, queue, order);
    }

    /** The student's name, or the reference if there is none. */
    public String title() {
        return hasName() ? caseRow.name() : caseRow.reference();
    }

    /** Whether the student left a name. */
    public boolean hasName() {
        return !caseRow.name().isEmpty();
    }

    /** The value of the row's check box: the case and the version that the page shows. */
    public String versionRef() {
        return new CaseVersionRef(caseRow.id(), caseRow.version()).toString();
    }

    /**
     * An attention reason as a label.
     *
     * @param text the text
     * @param urgent whether to highlight it
     */
    public record AttentionLabel(String text, boolean urgent) {}
}
