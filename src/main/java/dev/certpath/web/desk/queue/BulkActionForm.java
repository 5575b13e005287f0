package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseAction;
import dev.certpath.web.desk.FormViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form for changing several cases.
 *
 * @param cases the values of the checked boxes, each a {@link CaseVersionRef}
 * @param action the code of the action
 * @param assignee the username to assign the cases to, for the action {@code assign}
 */
public record BulkActionForm(List<String> cases, String action, String assignee) {

    /** The field id of errors that concern the selection of cases. */
    private static final String SELECTION = "bulk-action";

    /** The actions that can be applied to several cases, in the order of the page. */
    private static final List<CaseAction.Type> ACTIONS =
            List.of(CaseAction.Type.TAKE, CaseAction.Type.GIVE_BACK, CaseAction.Type.ASSIGN, CaseAction.Type.CLOSE);

    static final BulkActionForm EMPTY = new BulkActionForm(List.of(), "", "");

    /** Replaces missing fields by empty ones. */
    public BulkActionForm(@Nullable List<String> cases, @Nullable String action, @Nullable String assignee) {
        this.cases = cases == null ? List.of() : List.copyOf(cases);
        this.action = action == null ? "" : action;
        this.assignee = assignee == null ? "" : assignee;
    }

    /** The codes of the actions to choose from. */
    public List<String> actionCodes() {
        return ACTIONS.stream().map(CaseAction.Type::toString).toList();
    }

    /** Validates all fields; an assignee must be one of the usernames. */
    List<FormViolation> validate(List<String> usernames) {
        var violations = new ArrayList<FormViolation>();
        if (cases.isEmpty()) {
            violations.add(new FormViolation(SELECTION, "bulk-action.cases.missing"));
        } else if (cases.stream().anyMatch(text -> CaseVersionRef.parse(text).isEmpty())) {
            violations.add(new FormViolation(SELECTION, "bulk-action.cases.invalid"));
        }
        var caseAction = toCaseAction();
        if (caseAction.isEmpty()) {
            violations.add(new FormViolation("move", "bulk-action.action.missing"));
        } else if (caseAction.get() instanceof CaseAction.Assign assign && !usernames.contains(assign.to())) {
            violations.add(new FormViolation("assignee", "bulk-action.assignee.missing"));
        }
        return violations;
    }

    /** The selected cases of a valid form, without duplicates. */
    List<CaseVersionRef> caseRefs() {
        return cases.stream()
                .distinct()
                .flatMap(text -> CaseVersionRef.parse(text).stream())
                .toList();
    }

    /** The selected action; empty if none is selected or it cannot be applied to several cases. */
    Optional<CaseAction> toCaseAction() {
        return CaseAction.Type.find(action)
                .filter(ACTIONS::contains)
                .map(type -> type.withoutParameters().orElseGet(() -> new CaseAction.Assign(assignee)));
    }
}
