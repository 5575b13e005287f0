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

/**
 * The forms of a case page, as typed. One of them is submitted at a time; the script of the page adds what was typed into
 * the others.
 *
 * @param action the code of the submitted action; empty if no form was submitted
 * @param version the version of the case that the advisor saw
 * @param to the advisor to assign the case to
 * @param decision the form for a decision
 * @param note a note for advisors
 * @param message a message to the student
 */
public record CaseActionForm(
        String action, String version, String to, DecisionForm decision, String note, String message) {

    private static final int UNKNOWN_VERSION = -1;

    /** Creates the forms of a case from request parameters. Without parameters they show the case as it is. */
    static CaseActionForm of(CaseDetails details, Map<String, String> parameters) {
        String action = parameters.getOrDefault("move", "");
        boolean hasDecision = action.equals(CaseAction.Type.DECIDE.toString()) || DecisionForm.isPresentIn(parameters);
        return new CaseActionForm(
                action,
                parameters.getOrDefault("version", ""),
                parameters.getOrDefault("to", ""),
                hasDecision ? DecisionForm.of(parameters) : DecisionForm.of(details.saved()),
                parameters.getOrDefault("note", ""),
                parameters.getOrDefault("message", ""));
    }

    /** Returns the type of the submitted action; empty if there is no such type. */
    Optional<CaseAction.Type> type() {
        return CaseAction.Type.find(action);
    }

    /** Returns the version that the advisor saw; -1, which no case has, if the parameter is not a number. */
    int seenVersion() {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException notANumber) {
            return UNKNOWN_VERSION;
        }
    }

    /**
     * Returns the version for the forms of the page. After an invalid input it is still the version that the advisor saw,
     * so that a concurrent change is reported when the form is submitted again.
     *
     * @param current the current version, for a page without submitted input
     */
    public String versionOr(int current) {
        return version.isEmpty() ? Integer.toString(current) : version;
    }

    /** Returns a copy for an advisor who has seen that version. */
    CaseActionForm withVersion(int seen) {
        return new CaseActionForm(action, Integer.toString(seen), to, decision, note, message);
    }

    /** Returns the violations of the submitted form. */
    List<FormViolation> validate(
            CaseAction.Type type, Recommendation recommendation, DecisionReasons reasons, List<String> advisors) {
        return switch (type) {
            case ASSIGN -> advisors.contains(to) ? List.of() : List.of(new FormViolation("to", "to.missing"));
            case DECIDE -> decision.validate(recommendation, reasons);
            case NOTE -> new FreeText(note).validateRequired("note");
            case MESSAGE -> new FreeText(message).validateRequired("message");
            default -> List.of();
        };
    }

    /** Converts the submitted form to the action. */
    CaseAction toAction(CaseAction.Type type, Recommendation recommendation) {
        return switch (type) {
            case TAKE -> new CaseAction.Take();
            case GIVE_BACK -> new CaseAction.GiveBack();
            case ASSIGN -> new CaseAction.Assign(to);
            case DECIDE -> decision.toAction(recommendation);
            case CLEAR_DECISION -> new CaseAction.ClearDecision();
            case CLOSE -> new CaseAction.Close();
            case REOPEN -> new CaseAction.Reopen();
            case NOTE -> new CaseAction.Note(new FreeText(note).normalized());
            case MESSAGE -> new CaseAction.Message(new FreeText(message).normalized());
        };
    }

    /** Returns the parameters that belong to other forms than the submitted one. */
    Map<String, String> parametersOfOtherForms(CaseAction.Type submitted, CaseDetails details) {
        var parameters = new HashMap<>(Map.of("to", to, "note", note, "message", message));
        if (!decision.equals(DecisionForm.of(details.saved()))) {
            parameters.putAll(decision.parameters());
        }
        parameters.keySet().removeAll(fields(submitted));
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private Set<String> fields(CaseAction.Type type) {
        return switch (type) {
            case ASSIGN -> Set.of("to");
            case DECIDE -> decision.parameters().keySet();
            case NOTE -> Set.of("note");
            case MESSAGE -> Set.of("message");
            default -> Set.of();
        };
    }

    /** Returns the text that was typed, for a page that does not offer the form again. */
    public String text() {
        return type().map(type -> switch (type) {
                    case DECIDE -> decision.text();
                    case NOTE -> note;
                    case MESSAGE -> message;
                    default -> "";
                })
                .orElse("");
    }
}
