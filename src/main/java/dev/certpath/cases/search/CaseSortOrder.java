package dev.certpath.cases.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A sort order of cases. The last sort key is always the primary key, so that no two cases share a position. */
public enum CaseSortOrder {
    /** Cases whose student is waiting, longest first; then the others, oldest first. */
    WAITING,
    /** Newest first. */
    NEWEST,
    /** Smallest lead first. */
    CLOSEST,
    /** Last changed first. */
    CHANGED;

    /** The segments of this order, in order. */
    List<KeysetSegment> segments() {
        return switch (this) {
            case WAITING ->
                List.of(
                        new KeysetSegment(
                                0,
                                StudentWaitingFilter.WAITING,
                                List.of(SortKey.WAITING, SortKey.OPENED, SortKey.ID),
                                true),
                        new KeysetSegment(
                                1, StudentWaitingFilter.NOT_WAITING, List.of(SortKey.OPENED, SortKey.ID), true));
            case NEWEST -> singleSegment(SortKey.OPENED, false);
            case CLOSEST -> singleSegment(SortKey.LEAD, true);
            case CHANGED -> singleSegment(SortKey.CHANGED, false);
        };
    }

    /** The segments of the reverse order. */
    List<KeysetSegment> reversedSegments() {
        var reversed =
                new ArrayList<>(segments().stream().map(KeysetSegment::reversed).toList());
        Collections.reverse(reversed);
        return reversed;
    }

    /** The position of a case in this order. */
    public KeysetPosition positionOf(CaseRow row) {
        int segment = this == WAITING && row.waitingSince().isEmpty() ? 1 : 0;
        return segments().get(segment).positionOf(row);
    }

    /** Whether a position can be one of this order. */
    public boolean hasPosition(KeysetPosition position) {
        return segments().stream().anyMatch(segment -> segment.contains(position));
    }

    /** The code used in URLs. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds an order by its code. */
    public static Optional<CaseSortOrder> of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.toString().equals(code))
                .findFirst();
    }

    private static List<KeysetSegment> singleSegment(SortKey<?> key, boolean ascending) {
        return List.of(new KeysetSegment(0, StudentWaitingFilter.ANY, List.of(key, SortKey.ID), ascending));
    }
}
