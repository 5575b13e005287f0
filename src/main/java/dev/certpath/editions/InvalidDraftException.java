package dev.certpath.editions;

/** Thrown when a draft is published that is not a valid edition. {@link DraftService#check} tells why. */
public final class InvalidDraftException extends RuntimeException {

    InvalidDraftException() {
        super("The draft is not a valid edition");
    }
}
