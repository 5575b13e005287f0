package dev.certpath.cases;

/** Thrown when a case was changed since the version that an advisor saw. Nothing has been changed by this request. */
public final class CaseModifiedException extends RuntimeException {

    private final transient CaseDetails currentDetails;
    private final transient CaseAction action;

    CaseModifiedException(CaseDetails currentDetails, CaseAction action) {
        super("The case was changed by someone else");
        this.currentDetails = currentDetails;
        this.action = action;
    }

    /** Returns the case in its current version. */
    public CaseDetails currentDetails() {
        return currentDetails;
    }

    /** Returns the action that was not performed. */
    public CaseAction action() {
        return action;
    }
}
