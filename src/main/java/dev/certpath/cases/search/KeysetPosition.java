package dev.certpath.cases.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in an order of cases, kept even when the case that stood there is gone or has moved.
 *
 * @param stretch the stretch of the order, from 0
 * @param keys the keys of the stretch as numbers
 */
public record KeysetPosition(int stretch, List<Long> keys) {

    /** So many digits go beyond any case, and not beyond what databases take. */
    private static final Pattern FORM = Pattern.compile("[01](\\.[0-9]{1,16}){2,3}");

    /** Copies what it is given. */
    public KeysetPosition {
        keys = List.copyOf(keys);
    }

    /** Reads a place as {@link #toString} writes it; empty where a text is none. */
    public static Optional<KeysetPosition> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        var numbers = Arrays.stream(text.split("\\.")).map(Long::valueOf).toList();
        return Optional.of(new KeysetPosition(numbers.get(0).intValue(), numbers.subList(1, numbers.size())));
    }

    /** The place in one word. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of(stretch), keys.stream())
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }
}
