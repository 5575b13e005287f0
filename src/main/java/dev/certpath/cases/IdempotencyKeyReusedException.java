package dev.certpath.cases;

/** A request's key was used before, with other answers or another day. Nothing was saved. */
public final class IdempotencyKeyReusedException extends RuntimeException {

    IdempotencyKeyReusedException() {
        super("This key was used for another request");
    }
}
