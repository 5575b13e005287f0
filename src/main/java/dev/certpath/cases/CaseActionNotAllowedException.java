package dev.certpath.cases;

/** Thrown when a case does not allow an action in its current state. Nothing has been changed. */
public final class CaseActionNotAllowedException extends RuntimeException {

    private final transient CaseDetails currentDetails;
    private final transient CaseAction action;

    CaseActionNotAllowedException(CaseDetails currentDetails, CaseAction action) {
        super("A case with status " + currentDetails.saved().progress().status() + " does not allow the action "
                + action.type());
        this.currentDetails = currentDetails;
        this.action = action;
    }

    /** Returns the case in its current state. */
    public CaseDetails currentDetails() {
        return currentDetails;
    }

    /** Returns the action that was not performed. */
    public CaseAction action() {
        return action;
    }
}
