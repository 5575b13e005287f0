package dev.certpath.cases;

/** Someone else changed the case since it was shown. Nothing was changed now. */
public final class ChangedMeanwhile extends RuntimeException {

    private final transient CaseFile theirs;

    ChangedMeanwhile(CaseFile theirs) {
        super("The case was changed meanwhile");
        this.theirs = theirs;
    }

    /** The case as it is now. */
    public CaseFile theirs() {
        return theirs;
    }
}
