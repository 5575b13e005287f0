package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which cases are meant. What is empty leaves out none.
 *
 * @param needsSomeone only those that need someone
 * @param statuses only those of one of these statuses
 * @param why only those that this is true of
 * @param holder only those that this one has
 * @param first the code of the recommended first
 * @param firmness tie, close or clear
 * @param industry the code that was answered
 * @param role the code that was answered
 * @param employer one of the platforms that were answered, or {@link #EMPLOYER_NOT_KNOWN}
 * @param decided how an advisor decided
 * @param reason the code of an advisor's reason to decide otherwise, or {@link #NO_REASON}
 * @param rule the code of a rule that had fired
 * @param from the first day of opening, in UTC
 * @param to the last day of opening, in UTC
 * @param text what the reference, the name or the e-mail address has in it, in capitals or not
 */
public record CaseFilter(
        boolean needsSomeone,
        Set<CaseStatus> statuses,
        Optional<AttentionReason> why,
        Optional<Holder> holder,
        String first,
        String firmness,
        String industry,
        String role,
        String employer,
        Optional<DecisionFilter> decided,
        String reason,
        String rule,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String text) {

    /** Stands for an employer that the student does not know, who has no platform that could be named. */
    public static final String EMPLOYER_NOT_KNOWN = "not-known";

    /** Stands for no reason at all, where an advisor decided otherwise. */
    public static final String NO_REASON = "not-given";

    /** The statuses of a case that someone may still have to do something about. */
    public static final Set<CaseStatus> OPEN = Set.copyOf(EnumSet.of(CaseStatus.NEW, CaseStatus.IN_REVIEW));

    /**
     * Who has a case.
     *
     * @param username an advisor; empty: nobody
     */
    public record Holder(Optional<String> username) {}

    /** Every case that was opened from one day to another, both included. */
    public static CaseFilter openedIn(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new CaseFilter(
                false,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "",
                Optional.empty(),
                "",
                "",
                from,
                to,
                "");
    }

    /** Those of them that were decided so. */
    public CaseFilter and(DecisionFilter how) {
        return new CaseFilter(
                needsSomeone,
                statuses,
                why,
                holder,
                first,
                firmness,
                industry,
                role,
                employer,
                Optional.of(how),
                reason,
                rule,
                from,
                to,
                text);
    }
}
