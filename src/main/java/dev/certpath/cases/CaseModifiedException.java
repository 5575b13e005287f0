package dev.certpath.cases;

/** Thrown when a case was changed since the version that an advisor saw. Nothing has been changed by this request. */
public final class CaseModifiedException extends RuntimeException {

    private final transient CaseDetails currentDetails;

    CaseModifiedException(CaseDetails currentDetails) {
        super("The case was changed by someone else");
        this.currentDetails = currentDetails;
    }

    /** Returns the case in its current version. */
    public CaseDetails currentDetails() {
        return currentDetails;
    }
}
