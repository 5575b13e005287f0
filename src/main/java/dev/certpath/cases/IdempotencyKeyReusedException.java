package dev.certpath.cases;

/** Thrown when an idempotency key was used before with another body. Nothing has been saved. */
public final class IdempotencyKeyReusedException extends RuntimeException {

    IdempotencyKeyReusedException() {
        super("The idempotency key was used for another request");
    }
}
