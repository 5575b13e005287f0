package dev.certpath.desk;

/**
 * A number of cases, and where to find them.
 *
 * @param number how many there are
 * @param cases the part of the queue that has just those
 */
public record Tally(long number, QueueForm cases) {

    /** This number in hundred of another one, rounded. */
    public long percentOf(Tally whole) {
        return Math.round(100 * partOf(whole));
    }

    double partOf(Tally whole) {
        return whole.number == 0 ? 0 : (double) number / whole.number;
    }
}
