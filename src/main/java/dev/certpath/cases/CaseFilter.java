package dev.certpath.cases;

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
 * @param from the first day of opening, in UTC
 * @param to the last day of opening, in UTC
 * @param text what the reference, the name or the e-mail address has in it, in capitals or not
 */
public record CaseFilter(
        boolean needsSomeone,
        Set<Status> statuses,
        Optional<Why> why,
        Optional<Holder> holder,
        String first,
        String firmness,
        String industry,
        String role,
        String employer,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String text) {

    /** Stands for an employer that the student does not know, who has no platform that could be named. */
    public static final String EMPLOYER_NOT_KNOWN = "not-known";

    /** The statuses of a case that someone may still have to do something about. */
    public static final Set<Status> OPEN = Set.copyOf(EnumSet.of(Status.NEW, Status.IN_REVIEW));

    /**
     * Who has a case.
     *
     * @param username an advisor; empty: nobody
     */
    public record Holder(Optional<String> username) {}
}
