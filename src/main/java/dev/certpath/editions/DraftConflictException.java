package dev.certpath.editions;

import java.util.Optional;

/** Thrown when another admin changed, discarded or published the draft since this one read it. */
public final class DraftConflictException extends RuntimeException {

    private final transient Optional<Draft> current;

    DraftConflictException(Optional<Draft> current) {
        super("The draft was changed by somebody else");
        this.current = current;
    }

    /** The draft as it is now; empty if there is none any more. */
    public Optional<Draft> current() {
        return current;
    }
}
