package dev.certpath.desk;

import dev.certpath.cases.CaseFile;
import dev.certpath.cases.Move;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.recommend.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forms of a case's page, as typed. Only one of them is sent at a time; the others stand as the case does.
 *
 * @param move the name of the move whose form was sent; empty where none was
 * @param version the version of the case that its sender saw
 * @param to the advisor to assign to
 * @param decision the form for a decision
 * @param note a note for advisors
 * @param message a message to the student
 */
public record CaseForm(String move, String version, String to, DecisionForm decision, String note, String message) {

    private static final int NEVER_SEEN = -1;

    /** The forms of a case before anything is typed. */
    static CaseForm of(CaseFile file) {
        return new CaseForm("", "", "", DecisionForm.of(file.saved()), "", "");
    }

    /** The forms of a case of which one was sent, under the names of its controls. */
    static CaseForm sent(Map<String, String> sent, CaseFile file) {
        String move = sent.getOrDefault("move", "");
        return new CaseForm(
                move,
                sent.getOrDefault("version", ""),
                sent.getOrDefault("to", ""),
                move.equals(Move.Kind.DECIDE.toString()) ? DecisionForm.of(sent) : DecisionForm.of(file.saved()),
                sent.getOrDefault("note", ""),
                sent.getOrDefault("message", ""));
    }

    /** The move whose form was sent; empty where there is no such move. */
    Optional<Move.Kind> kind() {
        return Stream.of(Move.Kind.values())
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
     * The version that the form of a move says it was made for. One that has to be put right keeps the version its
     * sender saw: what changed meanwhile shall not slip by.
     */
    public String versionFor(String kind, int now) {
        return kind.equals(move) ? version : Integer.toString(now);
    }

    /** The same, to be sent again by someone who has seen that version. */
    CaseForm forVersion(int seen) {
        return new CaseForm(move, Integer.toString(seen), to, decision, note, message);
    }

    /** What is wrong with the form that was sent. */
    List<FormProblem> problems(Move.Kind kind, Recommendation told, DecisionReasons reasons, List<String> advisors) {
        return switch (kind) {
            case ASSIGN -> advisors.contains(to) ? List.of() : List.of(new FormProblem("to", "to.missing"));
            case DECIDE -> decision.problems(told, reasons);
            case NOTE -> new TypedWords(note).problemsWhereNeeded("note");
            case MESSAGE -> new TypedWords(message).problemsWhereNeeded("message");
            default -> List.of();
        };
    }

    /** The move that was sent. */
    Move toMove(Move.Kind kind, Recommendation told) {
        return switch (kind) {
            case TAKE -> new Move.Take();
            case GIVE_BACK -> new Move.GiveBack();
            case ASSIGN -> new Move.Assign(to);
            case DECIDE -> decision.decision(told);
            case CLEAR_DECISION -> new Move.ClearDecision();
            case CLOSE -> new Move.Close();
            case REOPEN -> new Move.Reopen();
            case NOTE -> new Move.Note(new TypedWords(note).plain());
            case MESSAGE -> new Move.Message(new TypedWords(message).plain());
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
