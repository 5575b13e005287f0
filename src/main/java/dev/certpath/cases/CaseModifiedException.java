package dev.certpath.cases;

/** Someone else changed the case since it was shown. Nothing was changed now. */
public final class CaseModifiedException extends RuntimeException {

    private final transient CaseDetails theirs;

    CaseModifiedException(CaseDetails theirs) {
        super("The case was changed meanwhile");
        this.theirs = theirs;
    }

    /** The case as it is now. */
    public CaseDetails theirs() {
        return theirs;
    }
}
