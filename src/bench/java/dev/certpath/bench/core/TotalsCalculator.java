package dev.certpath.bench.core;

/** Calculates the total points of each track, and nothing else. */
interface TotalsCalculator {

    /**
     * Calculates totals.
     *
     * @param chosen the chosen options of each question, as bits; 0 for "I do not know"
     * @return the points of the tracks, in the order of the guide
     */
    int[] totals(int[] chosen);
}
