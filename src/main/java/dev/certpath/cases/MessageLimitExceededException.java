package dev.certpath.cases;

import java.time.Duration;

/** A student has sent as many messages about a case as are accepted on one day. */
public final class MessageLimitExceededException extends RuntimeException {

    private final Duration retryAfter;

    MessageLimitExceededException(Duration retryAfter) {
        super("Too many messages about a case on one day");
        this.retryAfter = retryAfter;
    }

    /** Returns the time until messages are accepted again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
