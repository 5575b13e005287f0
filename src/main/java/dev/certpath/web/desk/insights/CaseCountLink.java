package dev.certpath.web.desk.insights;

import dev.certpath.web.desk.QueueParameters;

/**
 * A number of cases that links to these cases in the queue.
 *
 * @param count the number of cases
 * @param queue the query parameters of the queue that lists them
 */
public record CaseCountLink(long count, QueueParameters queue) {

    /** The number of cases below which a share is shown as a count: one case more would change it by ten percentage points. */
    public static final int MIN_CASES = 10;

    /** Whether there are so few cases that no share of them is shown. */
    public boolean isFew() {
        return count < MIN_CASES;
    }

    /** This number as a rounded percentage of another one; 0 if that is 0. */
    public long percentOf(CaseCountLink total) {
        return Math.round(100 * fractionOf(total));
    }

    double fractionOf(CaseCountLink total) {
        return total.count == 0 ? 0 : (double) count / total.count;
    }
}
