package dev.certpath.desk;

import dev.certpath.cases.CaseFile;
import dev.certpath.cases.Move;
import dev.certpath.cases.TimelineEntry;
import dev.certpath.cases.Writing;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a case since an advisor saw it.
 *
 * @param entries the acts, newest first
 * @param notes the notes among them
 * @param messages the messages among them
 */
public record Meanwhile(List<TimelineEntry> entries, List<Writing> notes, List<Writing> messages) {

    /** Every act makes one version more. */
    static Meanwhile since(int seenVersion, CaseFile now) {
        int acts = Math.max(0, now.saved().version() - Math.max(0, seenVersion));
        var entries = newest(acts, now.timeline());
        return new Meanwhile(
                entries,
                newest(count(Move.Kind.NOTE, entries), now.notes()),
                newest(count(Move.Kind.MESSAGE, entries), now.saved().standing().messages()));
    }

    /** Whether it is only that the same advisor made the same move: the second click of a double click. */
    boolean isOnly(Move move, String advisor, CaseFile now) {
        return entries.size() == 1
                && entries.get(0).who().equals(advisor)
                && entries.get(0).what().equals(move.kind().toString())
                && isAsWanted(move, now);
    }

    private boolean isAsWanted(Move move, CaseFile now) {
        if (move instanceof Move.Assign assign) {
            return now.assignee().equals(Optional.of(assign.to()));
        } else if (move instanceof Move.Decide decide) {
            return now.saved()
                    .review()
                    .filter(review -> DecisionForm.says(review, decide))
                    .isPresent();
        } else if (move instanceof Move.Note note) {
            return notes.get(0).words().equals(note.words());
        } else if (move instanceof Move.Message message) {
            return messages.get(0).words().equals(message.words());
        }
        return true;
    }

    private static int count(Move.Kind kind, List<TimelineEntry> entries) {
        return (int) entries.stream()
                .filter(entry -> entry.what().equals(kind.toString()))
                .count();
    }

    private static <T> List<T> newest(int most, List<T> newestFirst) {
        return newestFirst.subList(0, Math.min(most, newestFirst.size()));
    }
}
