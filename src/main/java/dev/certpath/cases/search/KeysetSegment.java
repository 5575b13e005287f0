package dev.certpath.cases.search;

import java.util.List;

/**
 * A part of a sort order that is read with one index.
 *
 * <p>An order whose first key may be null is split into one segment for the cases that have it and one for the others,
 * because a comparison with a nullable column prevents databases from seeking in an index.
 *
 * @param index the index of the segment in its order, from 0
 * @param waiting which cases it contains
 * @param keys the sort keys; the last one is unique
 * @param ascending whether the keys are sorted in ascending order
 */
record KeysetSegment(int index, StudentWaitingFilter waiting, List<SortKey<?>> keys, boolean ascending) {

    /** Whether a position can be one of this segment. */
    boolean contains(KeysetPosition position) {
        return position.segment() == index && position.keys().size() == keys.size();
    }

    /** The same cases in reverse order. */
    KeysetSegment reversed() {
        return new KeysetSegment(index, waiting, keys, !ascending);
    }

    /** The position of a row in this segment. */
    KeysetPosition positionOf(CaseRow row) {
        return new KeysetPosition(
                index, keys.stream().map(key -> key.valueOf(row)).toList());
    }
}
