package dev.certpath.bench.core;

/** The answers of a student and the points of the tracks, as the fact that the rules of both engines work on. */
public final class StudentFact {

    private final int[] chosen;
    private final int[] totals;

    StudentFact(int[] chosen, int tracks) {
        this.chosen = chosen;
        this.totals = new int[tracks];
    }

    /** Whether at least one of these options, given as bits, was chosen for a question. */
    public boolean chose(int question, int options) {
        return (chosen[question] & options) != 0;
    }

    /** Adds points to a track. */
    public void addPoints(int track, int points) {
        totals[track] += points;
    }

    int[] totals() {
        return totals;
    }
}
