package dev.certpath.editions;

import dev.certpath.guide.InvalidGuideException;

/** Thrown when this version of the application can't read an edition or exams in the database, as after a downgrade. */
public final class UnreadableEditionException extends RuntimeException {

    UnreadableEditionException(int edition, InvalidGuideException cause) {
        super("This version can't read edition " + edition + " of the guide in the database: "
                + cause.violations().get(0));
    }
}
