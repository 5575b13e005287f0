package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.desk.FormViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The forms of a case's page, as typed. Only one of them is sent at a time; what was typed into the others may come along,
 * and otherwise they stand as the case does.
 *
 * @param move the name of the move whose form was sent; empty where none was
 * @param version the version of the case that its sender saw
 * @param to the advisor to assign to
 * @param decision the form for a decision
 * @param note a note for advisors
 * @param message a message to the student
 */
public record CaseActionForm(
        String move, String version, String to, DecisionForm decision, String note, String message) {

    private static final int NEVER_SEEN = -1;

    /** The forms of a case, with what was typed, or sent, under the names of their controls; with nothing, as it stands. */
    static CaseActionForm of(CaseDetails file, Map<String, String> typed) {
        String move = typed.getOrDefault("move", "");
        boolean decides = move.equals(CaseAction.Type.DECIDE.toString()) || DecisionForm.isIn(typed);
        return new CaseActionForm(
                move,
                typed.getOrDefault("version", ""),
                typed.getOrDefault("to", ""),
                decides ? DecisionForm.of(typed) : DecisionForm.of(file.saved()),
                typed.getOrDefault("note", ""),
                typed.getOrDefault("message", ""));
    }

    /** The move whose form was sent; empty where there is no such move. */
    Optional<CaseAction.Type> kind() {
        return Stream.of(CaseAction.Type.values())
                .filter(kind -> kind.toString().equals(move))
                .findFirst();
    }

    /** The version that its sender saw; one that never was, when the form does not say. */
    int seenVersion() {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException notOurs) {
            return NEVER_SEEN;
        }
    }

    /**
     * The version that the forms say they are made for. On a page where one has to be put right, that is the version its
     * sender saw, for what stands in the others may be theirs, too: what changed meanwhile shall not slip by.
     */
    public String versionFor(int now) {
        return version.isEmpty() ? Integer.toString(now) : version;
    }

    /** The same, to be sent again by someone who has seen that version. */
    CaseActionForm forVersion(int seen) {
        return new CaseActionForm(move, Integer.toString(seen), to, decision, note, message);
    }

    /** What is wrong with the form that was sent. */
    List<FormViolation> problems(
            CaseAction.Type kind, Recommendation told, DecisionReasons reasons, List<String> advisors) {
        return switch (kind) {
            case ASSIGN -> advisors.contains(to) ? List.of() : List.of(new FormViolation("to", "to.missing"));
            case DECIDE -> decision.problems(told, reasons);
            case NOTE -> new FreeText(note).problemsWhereNeeded("note");
            case MESSAGE -> new FreeText(message).problemsWhereNeeded("message");
            default -> List.of();
        };
    }

    /** The move that was sent. */
    CaseAction toMove(CaseAction.Type kind, Recommendation told) {
        return switch (kind) {
            case TAKE -> new CaseAction.Take();
            case GIVE_BACK -> new CaseAction.GiveBack();
            case ASSIGN -> new CaseAction.Assign(to);
            case DECIDE -> decision.decision(told);
            case CLEAR_DECISION -> new CaseAction.ClearDecision();
            case CLOSE -> new CaseAction.Close();
            case REOPEN -> new CaseAction.Reopen();
            case NOTE -> new CaseAction.Note(new FreeText(note).plain());
            case MESSAGE -> new CaseAction.Message(new FreeText(message).plain());
        };
    }

    /** What was typed into other forms than that of a move, under the names of their controls. */
    Map<String, String> typedBeside(CaseAction.Type sent, CaseDetails file) {
        var typed = new HashMap<>(Map.of("to", to, "note", note, "message", message));
        if (!decision.equals(DecisionForm.of(file.saved()))) {
            typed.putAll(decision.controls());
        }
        typed.keySet().removeAll(controls(sent));
        typed.values().removeIf(String::isEmpty);
        return typed;
    }

    private Set<String> controls(CaseAction.Type kind) {
        return switch (kind) {
            case ASSIGN -> Set.of("to");
            case DECIDE -> decision.controls().keySet();
            case NOTE -> Set.of("note");
            case MESSAGE -> Set.of("message");
            default -> Set.of();
        };
    }

    /** What its sender wrote, to be shown where it can't be sent again. */
    public String written() {
        return kind().map(kind -> switch (kind) {
                    case DECIDE -> decision.words();
                    case NOTE -> note;
                    case MESSAGE -> message;
                    default -> "";
                })
                .orElse("");
    }
}
