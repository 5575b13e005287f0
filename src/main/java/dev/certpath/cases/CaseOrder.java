package dev.certpath.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An order of cases. It ends with the number of the case, so that no two cases share a place.
 *
 * <p>An order has one stretch or more, each read from an index of its own kind: comparisons with something that may be
 * missing would keep databases from going straight to a place.
 */
public enum CaseOrder {
    /** Those whose student is waiting, the longest first; then the others, the longest open first. */
    WAITING(true),
    /** The last opened first. */
    NEWEST(false),
    /** The smallest lead first. */
    CLOSEST(true),
    /** The last changed first. */
    CHANGED(false);

    private final boolean ascending;

    CaseOrder(boolean ascending) {
        this.ascending = ascending;
    }

    /** Which cases a stretch has. */
    enum Presence {
        WAITING,
        NOT_WAITING,
        ANY
    }

    /**
     * A part of an order.
     *
     * @param presence which cases it has
     * @param keys what tells their places, the first difference deciding
     */
    record Stretch(Presence presence, List<Key<?>> keys) {}

    /** Whether small keys come first. */
    public boolean isAscending() {
        return ascending;
    }

    List<Stretch> stretches() {
        return switch (this) {
            case WAITING ->
                List.of(
                        new Stretch(Presence.WAITING, List.of(Key.WAITING, Key.OPENED, Key.NUMBER)),
                        new Stretch(Presence.NOT_WAITING, List.of(Key.OPENED, Key.NUMBER)));
            case NEWEST -> List.of(new Stretch(Presence.ANY, List.of(Key.OPENED, Key.NUMBER)));
            case CLOSEST -> List.of(new Stretch(Presence.ANY, List.of(Key.LEAD, Key.NUMBER)));
            case CHANGED -> List.of(new Stretch(Presence.ANY, List.of(Key.CHANGED, Key.NUMBER)));
        };
    }

    /** The place of a case in this order. */
    Place placeOf(CaseRow row) {
        int stretch = this == WAITING && row.waitingSince().isEmpty() ? 1 : 0;
        return new Place(
                stretch,
                stretches().get(stretch).keys().stream()
                        .map(key -> key.number(row))
                        .toList());
    }

    /** Whether there can be such a place in this order. */
    public boolean has(Place place) {
        var stretches = stretches();
        return place.stretch() < stretches.size()
                && place.keys().size() == stretches.get(place.stretch()).keys().size();
    }

    /** Its public name, as in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that public name, if there is one. */
    public static Optional<CaseOrder> of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.toString().equals(code))
                .findFirst();
    }
}
