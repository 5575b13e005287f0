package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseCommentView;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.MessageView;
import dev.certpath.cases.TimelineEntry;
import java.util.List;

/**
 * The changes of a case since the version that an advisor saw.
 *
 * @param entries the entries of the timeline, newest first
 * @param notes the notes among them, newest first
 * @param messages the messages between the student and advisors among them, oldest first
 */
public record ConcurrentChanges(List<TimelineEntry> entries, List<CaseCommentView> notes, List<MessageView> messages) {

    /** Determines the changes since a version. Each event increments the version by one. */
    static ConcurrentChanges since(int seenVersion, CaseDetails current) {
        int count = Math.max(0, current.saved().version() - Math.max(0, seenVersion));
        var entries = newest(count, current.timeline().entries());
        return new ConcurrentChanges(entries, newest(countNotes(entries), current.notes()), messages(entries, current));
    }

    /** The messages of these entries have their times. Decisions are shown on their own. */
    private static List<MessageView> messages(List<TimelineEntry> entries, CaseDetails current) {
        var times = entries.stream().map(TimelineEntry::at).toList();
        return current.saved().progress().conversation().messages().stream()
                .filter(message -> !message.isDecision() && times.contains(message.at()))
                .toList();
    }

    /** Returns whether the only change is the same action by the same advisor, as after a double click. */
    boolean isDuplicateOf(CaseAction action, String advisor, CaseDetails current) {
        return entries.size() == 1
                && entries.get(0).actor().equals(advisor)
                && entries.get(0).type().equals(action.type().toString())
                && action.isReflectedIn(current, advisor);
    }

    private static int countNotes(List<TimelineEntry> entries) {
        return (int) entries.stream()
                .filter(entry -> entry.type().equals(CaseAction.Type.NOTE.toString()))
                .count();
    }

    private static <T> List<T> newest(int count, List<T> newestFirst) {
        return newestFirst.subList(0, Math.min(count, newestFirst.size()));
    }
}
