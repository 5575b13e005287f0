package dev.certpath.web.desk.queue;

import dev.certpath.cases.search.CaseRow;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.web.desk.QueueParameters;
import java.util.List;

/**
 * A case in the queue, in words.
 *
 * @param found the case
 * @param waiting for how long its student has been waiting; empty where they are not
 * @param age how long it has been open
 * @param changed how long ago it was changed
 * @param why why it may need someone
 * @param answers what was answered, in short
 * @param first the recommended first
 * @param second the recommended second
 * @param status how far it has come
 * @param who who has it
 */
public record QueueRow(
        CaseRow found,
        String waiting,
        String age,
        String changed,
        List<Label> why,
        String answers,
        TrackName first,
        TrackName second,
        String status,
        String who) {

    /** The way from its page back to the part of the queue that it is listed in. */
    public QueueParameters trail(QueueParameters part, CaseSortOrder order) {
        return QueueNavigation.to(found, part, order);
    }

    /** What the row is called by: the student's name, or else the reference. */
    public String title() {
        return isNamed() ? found.name() : found.reference();
    }

    public boolean isNamed() {
        return !found.name().isEmpty();
    }

    /** What a tick of its box sends: the case, and the version that was seen. */
    public String ticket() {
        return new CaseVersionRef(found.id(), found.version()).toString();
    }

    /**
     * Why a case may need someone.
     *
     * @param words in words
     * @param pressing whether time runs
     */
    public record Label(String words, boolean pressing) {}

    /** A track, as a row shows it. */
    public record TrackName(String code, String name, String mark) {}
}
