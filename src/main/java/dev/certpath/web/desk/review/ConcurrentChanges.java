package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CommentView;
import dev.certpath.cases.TimelineEntry;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a case since an advisor saw it.
 *
 * @param entries the acts, newest first
 * @param notes the notes among them
 * @param messages the messages among them
 */
public record ConcurrentChanges(List<TimelineEntry> entries, List<CommentView> notes, List<CommentView> messages) {

    /** Every act makes one version more. */
    static ConcurrentChanges since(int seenVersion, CaseDetails now) {
        int acts = Math.max(0, now.saved().version() - Math.max(0, seenVersion));
        var entries = newest(acts, now.timeline());
        return new ConcurrentChanges(
                entries,
                newest(count(CaseAction.Type.NOTE, entries), now.notes()),
                newest(
                        count(CaseAction.Type.MESSAGE, entries),
                        now.saved().progress().messages()));
    }

    /** Whether it is only that the same advisor made the same move: the second click of a double click. */
    boolean isOnly(CaseAction move, String advisor, CaseDetails now) {
        return entries.size() == 1
                && entries.get(0).actor().equals(advisor)
                && entries.get(0).type().equals(move.type().toString())
                && isAsWanted(move, now);
    }

    private boolean isAsWanted(CaseAction move, CaseDetails now) {
        if (move instanceof CaseAction.Assign assign) {
            return now.assignee().equals(Optional.of(assign.to()));
        } else if (move instanceof CaseAction.Decide decide) {
            return now.saved()
                    .decision()
                    .filter(review -> DecisionForm.says(review, decide))
                    .isPresent();
        } else if (move instanceof CaseAction.Note note) {
            return notes.get(0).text().equals(note.text());
        } else if (move instanceof CaseAction.Message message) {
            return messages.get(0).text().equals(message.text());
        }
        return true;
    }

    private static int count(CaseAction.Type kind, List<TimelineEntry> entries) {
        return (int) entries.stream()
                .filter(entry -> entry.type().equals(kind.toString()))
                .count();
    }

    private static <T> List<T> newest(int most, List<T> newestFirst) {
        return newestFirst.subList(0, Math.min(most, newestFirst.size()));
    }
}
