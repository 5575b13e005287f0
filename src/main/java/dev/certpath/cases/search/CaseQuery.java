package dev.certpath.cases.search;

import java.util.Optional;

/**
 * Which cases a list shows, and in which order: one object for the pages of the queue, its export and its counts, so
 * that they never disagree.
 *
 * @param filter which cases
 * @param order in which order
 * @param after the place that the list goes on from; empty: from the start
 * @param most how many at most
 */
public record CaseQuery(CaseFilter filter, CaseSortOrder order, Optional<KeysetPosition> after, int most) {

    /** The same from another place on. */
    CaseQuery after(KeysetPosition place) {
        return new CaseQuery(filter, order, Optional.of(place), most);
    }

    /** The same, read in larger pieces. */
    CaseQuery inPiecesOf(int rows) {
        return new CaseQuery(filter, order, after, rows);
    }
}
