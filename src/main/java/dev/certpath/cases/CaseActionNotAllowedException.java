package dev.certpath.cases;

/** A case does not allow that move as it stands. Nothing was changed. */
public final class CaseActionNotAllowedException extends RuntimeException {

    private final CaseAction.Kind move;
    private final CaseStatus status;

    CaseActionNotAllowedException(CaseAction.Kind move, CaseStatus status) {
        super("A case that is " + status + " does not allow " + move);
        this.move = move;
        this.status = status;
    }

    /** What was tried. */
    public CaseAction.Kind move() {
        return move;
    }

    /** How far the case has come. */
    public CaseStatus status() {
        return status;
    }
}
