package dev.certpath.cases;

import java.util.Locale;

/** Who reads a comment. */
public enum CommentAudience {
    /** Only advisors: the comment is a note. */
    ADVISORS,
    /** The student of the case: the comment is a message. */
    STUDENT;

    /** Returns the code that is stored. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
