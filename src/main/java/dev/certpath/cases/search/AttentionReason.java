package dev.certpath.cases.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a case may need an advisor's attention. {@link CasePredicates} defines the condition of each reason. */
public enum AttentionReason {
    /** The student asked an advisor to look, and the case is open. */
    STUDENT_ASKED,
    /** A recommended exam has closed, or will close without a successor. */
    EXAM_ENDS,
    /** The first two tracks have equal points. */
    TIE,
    /** The first track is ahead by few points. */
    CLOSE_CALL,
    /** An answer is unknown, and more than one track could come first depending on it. */
    SEVERAL_FIRSTS,
    /** An advisor's decision differs from the recommendation. */
    OVERRULED;

    /** The code used in URLs, such as {@code student-asked}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds a reason by its code. */
    public static Optional<AttentionReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.toString().equals(code))
                .findFirst();
    }
}
