package dev.certpath.cases;

/** Thrown when a case does not allow an action in its current state. Nothing has been changed. */
public final class CaseActionNotAllowedException extends RuntimeException {

    private final CaseAction.Type action;
    private final CaseStatus status;

    CaseActionNotAllowedException(CaseAction.Type action, CaseStatus status) {
        super("A case with status " + status + " does not allow the action " + action);
        this.action = action;
        this.status = status;
    }

    /** Returns the action that was not allowed. */
    public CaseAction.Type action() {
        return action;
    }

    /** Returns the status of the case. */
    public CaseStatus status() {
        return status;
    }
}
