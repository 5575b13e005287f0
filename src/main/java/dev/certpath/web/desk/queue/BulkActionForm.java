package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseAction;
import dev.certpath.web.desk.FormViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form that changes several cases at once.
 *
 * @param ticked the tickets of the cases
 * @param move what to do with them
 * @param assignee whom to give them to, where that is what to do
 */
public record BulkActionForm(List<String> ticked, String move, String assignee) {

    static final BulkActionForm EMPTY = new BulkActionForm(List.of(), "", "");

    public BulkActionForm(@Nullable List<String> ticked, @Nullable String move, @Nullable String assignee) {
        this.ticked = ticked == null ? List.of() : List.copyOf(ticked);
        this.move = move == null ? "" : move;
        this.assignee = assignee == null ? "" : assignee;
    }

    /** What is wrong with it, where those are the people there are. */
    List<FormViolation> problems(List<String> people) {
        var problems = new ArrayList<FormViolation>();
        if (ticked.isEmpty()) {
            problems.add(new FormViolation("several", "several.none"));
        } else if (ticked.stream().anyMatch(text -> CaseVersionRef.read(text).isEmpty())) {
            problems.add(new FormViolation("several", "several.unreadable"));
        }
        var wanted = wanted();
        if (wanted.isEmpty()) {
            problems.add(new FormViolation("move", "several.move.missing"));
        } else if (wanted.get() instanceof CaseAction.Assign assign && !people.contains(assign.to())) {
            problems.add(new FormViolation("assignee", "several.assignee.missing"));
        }
        return problems;
    }

    /** The tickets of a form without problems, each once. */
    List<CaseVersionRef> tickets() {
        return ticked.stream()
                .distinct()
                .flatMap(text -> CaseVersionRef.read(text).stream())
                .toList();
    }

    /** What to do; empty where it is nothing that can be done with several cases. */
    Optional<CaseAction> wanted() {
        return switch (move) {
            case "take" -> Optional.of(new CaseAction.Take());
            case "give-back" -> Optional.of(new CaseAction.GiveBack());
            case "assign" -> Optional.of(new CaseAction.Assign(assignee));
            case "close" -> Optional.of(new CaseAction.Close());
            default -> Optional.empty();
        };
    }
}
