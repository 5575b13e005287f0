package dev.certpath.cases.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An order of cases. It ends with the number of the case, so that no two cases share a place.
 *
 * <p>An order has one stretch or more, each read from an index of its own kind: comparisons with something that may be
 * missing would keep databases from going straight to a place.
 */
public enum CaseSortOrder {
    /** Those whose student is waiting, the longest first; then the others, the longest open first. */
    WAITING,
    /** The last opened first. */
    NEWEST,
    /** The smallest lead first. */
    CLOSEST,
    /** The last changed first. */
    CHANGED;

    /** Which cases a stretch has. */
    enum Presence {
        WAITING,
        NOT_WAITING,
        ANY
    }

    /**
     * A part of an order.
     *
     * @param number its number in the order, from 0
     * @param presence which cases it has
     * @param keys what tells their places, the first difference deciding
     * @param ascending whether small keys come first
     */
    record Stretch(int number, Presence presence, List<SortKey<?>> keys, boolean ascending) {

        boolean has(KeysetPosition place) {
            return place.stretch() == number && place.keys().size() == keys.size();
        }

        Stretch backwards() {
            return new Stretch(number, presence, keys, !ascending);
        }
    }

    List<Stretch> stretches() {
        return switch (this) {
            case WAITING ->
                List.of(
                        new Stretch(
                                0, Presence.WAITING, List.of(SortKey.WAITING, SortKey.OPENED, SortKey.NUMBER), true),
                        new Stretch(1, Presence.NOT_WAITING, List.of(SortKey.OPENED, SortKey.NUMBER), true));
            case NEWEST -> only(SortKey.OPENED, false);
            case CLOSEST -> only(SortKey.LEAD, true);
            case CHANGED -> only(SortKey.CHANGED, false);
        };
    }

    /** The same from the end. */
    List<Stretch> stretchesBackwards() {
        var backwards =
                new ArrayList<>(stretches().stream().map(Stretch::backwards).toList());
        Collections.reverse(backwards);
        return backwards;
    }

    /** The place of a case in this order. */
    public KeysetPosition placeOf(CaseRow row) {
        int number = this == WAITING && row.waitingSince().isEmpty() ? 1 : 0;
        var keys = stretches().get(number).keys();
        return new KeysetPosition(
                number, keys.stream().map(key -> key.number(row)).toList());
    }

    /** Whether there can be such a place in this order. */
    public boolean has(KeysetPosition place) {
        return stretches().stream().anyMatch(stretch -> stretch.has(place));
    }

    /** Its public name, as in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that public name, if there is one. */
    public static Optional<CaseSortOrder> of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.toString().equals(code))
                .findFirst();
    }

    private static List<Stretch> only(SortKey<?> key, boolean ascending) {
        return List.of(new Stretch(0, Presence.ANY, List.of(key, SortKey.NUMBER), ascending));
    }
}
