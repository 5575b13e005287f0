package dev.certpath.cases.search;

/**
 * A number of cases, counted up to a limit to keep the query fast.
 *
 * @param count the number of cases, at most {@link #LIMIT}
 * @param exceedsLimit whether there are more cases than the limit
 */
public record CaseCount(int count, boolean exceedsLimit) {

    /** The number up to which cases are counted. */
    public static final int LIMIT = 1_000;

    /** Creates a count from a number of rows that was read with a limit of {@code LIMIT + 1}. */
    static CaseCount of(int rows) {
        return new CaseCount(Math.min(rows, LIMIT), rows > LIMIT);
    }
}
