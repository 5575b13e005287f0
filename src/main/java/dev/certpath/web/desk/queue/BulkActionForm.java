package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseAction;
import dev.certpath.web.validation.FormText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form for changing several cases.
 *
 * @param cases the values of the checked boxes, each a {@link CaseVersionRef}
 * @param listed all cases of the page, in the same format
 * @param all not empty if the box for all cases of the page is checked
 * @param action the code of the action
 * @param assignee the username to assign the cases to, for the action {@code assign}
 * @param words the message to the students, for the action {@code close}; may be empty
 * @param confirmed not empty if the advisor has seen what closing the cases means
 */
public record BulkActionForm(
        List<String> cases,
        List<String> listed,
        String all,
        String action,
        String assignee,
        String words,
        String confirmed) {

    /** The actions that can be applied to several cases, in the order of the page. */
    private static final List<CaseAction.Type> ACTIONS =
            List.of(CaseAction.Type.TAKE, CaseAction.Type.GIVE_BACK, CaseAction.Type.ASSIGN, CaseAction.Type.CLOSE);

    /** The form before anything is selected. */
    static final BulkActionForm EMPTY = new BulkActionForm(List.of(), List.of(), "", "", "", "", "");

    /** Creates the form from the submitted parameters. */
    public BulkActionForm(
            @BindParam("case") @Nullable List<String> cases,
            @Nullable List<String> listed,
            @Nullable String all,
            @BindParam("move") @Nullable String action,
            @Nullable String assignee,
            @Nullable String words,
            @Nullable String confirmed) {
        this.cases = cases == null ? List.of() : List.copyOf(cases);
        this.listed = listed == null ? List.of() : List.copyOf(listed);
        this.all = FormText.normalize(all);
        this.action = FormText.normalize(action);
        this.assignee = FormText.normalize(assignee);
        this.words = FormText.normalize(words);
        this.confirmed = FormText.normalize(confirmed);
    }

    /** The codes of the actions to choose from. */
    public List<String> actionCodes() {
        return ACTIONS.stream().map(CaseAction.Type::toString).toList();
    }

    /** The selected cases, each a {@link CaseVersionRef} if the form is valid; without duplicates. */
    public List<String> selected() {
        return (all.isEmpty() ? cases : listed).stream().distinct().toList();
    }

    /** The selected cases of a valid form. */
    List<CaseVersionRef> caseRefs() {
        return selected().stream()
                .flatMap(text -> CaseVersionRef.parse(text).stream())
                .toList();
    }

    boolean isConfirmed() {
        return !confirmed.isEmpty();
    }

    /** The selected action; empty if none is selected or it cannot be applied to several cases. */
    Optional<CaseAction> toCaseAction() {
        return CaseAction.Type.find(action).filter(ACTIONS::contains).map(this::toCaseAction);
    }

    private CaseAction toCaseAction(CaseAction.Type type) {
        return type == CaseAction.Type.CLOSE
                ? new CaseAction.Close(words)
                : type.withoutParameters().orElseGet(() -> new CaseAction.Assign(assignee));
    }
}
