package dev.certpath.cases.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a case may need someone: a closed list. What each of them means stands in {@link CasePredicates}. */
public enum AttentionReason {
    /** Its student asked an advisor to look, and the case is open. */
    STUDENT_ASKED,
    /** An exam that it names has closed since, or will soon close with nothing to follow. */
    EXAM_ENDS,
    /** Its first two tracks have equal points. */
    TIE,
    /** Its first is ahead by few points. */
    CLOSE_CALL,
    /** More than one track could come first, for want of an answer. */
    SEVERAL_FIRSTS,
    /** An advisor decided otherwise than was recommended. */
    OVERRULED;

    /** Its public name, as in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that public name, if there is one. */
    public static Optional<AttentionReason> of(String code) {
        return Arrays.stream(values())
                .filter(why -> why.toString().equals(code))
                .findFirst();
    }
}
