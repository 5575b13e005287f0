package dev.certpath.cases;

/** A case does not allow that move as it stands. Nothing was changed. */
public final class MoveNotAllowed extends RuntimeException {

    private final Move.Kind move;
    private final Status status;

    MoveNotAllowed(Move.Kind move, Status status) {
        super("A case that is " + status + " does not allow " + move);
        this.move = move;
        this.status = status;
    }

    /** What was tried. */
    public Move.Kind move() {
        return move;
    }

    /** How far the case has come. */
    public Status status() {
        return status;
    }
}
