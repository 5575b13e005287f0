package dev.certpath.cases.search;

/**
 * How many cases there are, counted no further than anyone needs to know.
 *
 * @param number how many
 * @param more whether there are more than that
 */
public record CaseCount(int number, boolean more) {

    /** How far cases are counted. */
    public static final int FARTHEST = 1_000;

    static CaseCount of(int found) {
        return new CaseCount(Math.min(found, FARTHEST), found > FARTHEST);
    }
}
