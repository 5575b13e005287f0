package dev.certpath.web.desk.insights;

/**
 * How often a step of the questionnaire was reached, as a row of a table.
 *
 * @param label what the step is
 * @param views how often it was reached
 * @param first how often the first step was reached
 */
public record StepSummary(String label, long views, long first) {

    /** Whether the share of those who came to the first step is shown. */
    public boolean hasShare() {
        return first >= CaseCountLink.MIN_CASES;
    }

    /** The share of those who came to the first step, as a rounded percentage. */
    public long percent() {
        return Math.round(100.0 * views / first);
    }
}
