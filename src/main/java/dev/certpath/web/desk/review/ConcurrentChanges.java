package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseCommentView;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.TimelineEntry;
import java.util.List;

/**
 * The changes of a case since the version that an advisor saw.
 *
 * @param entries the entries of the timeline, newest first
 * @param notes the notes among them, newest first
 * @param messages the messages among them, newest first
 */
public record ConcurrentChanges(
        List<TimelineEntry> entries, List<CaseCommentView> notes, List<CaseCommentView> messages) {

    /** Determines the changes since a version. Each event increments the version by one. */
    static ConcurrentChanges since(int seenVersion, CaseDetails current) {
        int count = Math.max(0, current.saved().version() - Math.max(0, seenVersion));
        var entries = newest(count, current.timeline().entries());
        return new ConcurrentChanges(
                entries,
                newest(count(CaseAction.Type.NOTE, entries), current.notes()),
                newest(
                        count(CaseAction.Type.MESSAGE, entries),
                        current.saved().progress().messages()));
    }

    /** Returns whether the only change is the same action by the same advisor, as after a double click. */
    boolean isDuplicateOf(CaseAction action, String advisor, CaseDetails current) {
        return entries.size() == 1
                && entries.get(0).actor().equals(advisor)
                && entries.get(0).type().equals(action.type().toString())
                && action.isReflectedIn(current, advisor);
    }

    private static int count(CaseAction.Type type, List<TimelineEntry> entries) {
        return (int) entries.stream()
                .filter(entry -> entry.type().equals(type.toString()))
                .count();
    }

    private static <T> List<T> newest(int count, List<T> newestFirst) {
        return newestFirst.subList(0, Math.min(count, newestFirst.size()));
    }
}
