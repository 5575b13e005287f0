package dev.certpath.desk;

import dev.certpath.cases.CaseAction;
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
public record SeveralForm(List<String> ticked, String move, String assignee) {

    static final SeveralForm EMPTY = new SeveralForm(List.of(), "", "");

    public SeveralForm(@Nullable List<String> ticked, @Nullable String move, @Nullable String assignee) {
        this.ticked = ticked == null ? List.of() : List.copyOf(ticked);
        this.move = move == null ? "" : move;
        this.assignee = assignee == null ? "" : assignee;
    }

    /** What is wrong with it, where those are the people there are. */
    List<FormProblem> problems(List<String> people) {
        var problems = new ArrayList<FormProblem>();
        if (ticked.isEmpty()) {
            problems.add(new FormProblem("several", "several.none"));
        } else if (ticked.stream().anyMatch(text -> Ticket.read(text).isEmpty())) {
            problems.add(new FormProblem("several", "several.unreadable"));
        }
        var wanted = wanted();
        if (wanted.isEmpty()) {
            problems.add(new FormProblem("move", "several.move.missing"));
        } else if (wanted.get() instanceof CaseAction.Assign assign && !people.contains(assign.to())) {
            problems.add(new FormProblem("assignee", "several.assignee.missing"));
        }
        return problems;
    }

    /** The tickets of a form without problems, each once. */
    List<Ticket> tickets() {
        return ticked.stream()
                .distinct()
                .flatMap(text -> Ticket.read(text).stream())
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
