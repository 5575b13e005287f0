package dev.certpath.web.desk.insights;

import dev.certpath.web.desk.QueueParameters;

/**
 * A number of cases that links to these cases in the queue.
 *
 * @param count the number of cases
 * @param queue the query parameters of the queue that lists them
 */
public record CaseCountLink(long count, QueueParameters queue) {

    /** This number as a rounded percentage of another one; 0 if that is 0. */
    public long percentOf(CaseCountLink total) {
        return Math.round(100 * fractionOf(total));
    }

    double fractionOf(CaseCountLink total) {
        return total.count == 0 ? 0 : (double) count / total.count;
    }
}
