package dev.certpath.cases.statistics;

import java.time.LocalDate;
import java.util.List;

/**
 * The cases of a period in numbers, all of one moment.
 *
 * @param pace in which steps the period is told
 * @param steps how many were opened in each step, the first first; none where there are no cases
 * @param mixes how many of them are alike
 * @param decisions how many of them were decided alike; a case that nobody decided on is in none
 */
public record CaseStatistics(TimeGranularity pace, List<Step> steps, List<Mix> mixes, List<Decision> decisions) {

    /**
     * A part of the period.
     *
     * @param from its first day
     * @param to its last day
     * @param whole whether it is a whole day, week, month or year, not cut off by the ends of the period
     * @param cases how many were opened in it
     */
    public record Step(LocalDate from, LocalDate to, boolean whole, long cases) {}

    /**
     * Cases that are alike.
     *
     * @param industry the code that was answered
     * @param role the code that was answered
     * @param first the code of the recommended first
     * @param firmness tie, close or clear
     * @param cases how many there are
     */
    public record Mix(String industry, String role, String first, String firmness, long cases) {}

    /**
     * Cases that were decided alike.
     *
     * @param otherwise whether they were decided otherwise than was recommended
     * @param reason the code of the reason; empty where none was given
     * @param rules the codes of the rules that had fired
     * @param cases how many there are
     */
    public record Decision(boolean otherwise, String reason, List<String> rules, long cases) {}

    /** How many cases there are. */
    public long cases() {
        return mixes.stream().mapToLong(Mix::cases).sum();
    }
}
