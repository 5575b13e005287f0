package dev.certpath.web.desk.insights;

import dev.certpath.web.desk.QueueParameters;

/**
 * A number of cases, and where to find them.
 *
 * @param number how many there are
 * @param cases the part of the queue that has just those
 */
public record CaseCountLink(long number, QueueParameters cases) {

    /** This number in hundred of another one, rounded. */
    public long percentOf(CaseCountLink whole) {
        return Math.round(100 * partOf(whole));
    }

    double partOf(CaseCountLink whole) {
        return whole.number == 0 ? 0 : (double) number / whole.number;
    }
}
