package dev.certpath.cases.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A position in a sorted list of cases (keyset pagination). It stays valid when the case that it was taken from is
 * deleted or moves.
 *
 * @param segment the index of the segment of the order, from 0
 * @param keys the values of the segment's sort keys as numbers
 */
public record KeysetPosition(int segment, List<Long> keys) {

    /** Sixteen digits cover every key and stay within the range of database types. */
    private static final Pattern FORMAT = Pattern.compile("[01](\\.[0-9]{1,16}){2,3}");

    /** Copies the keys. */
    public KeysetPosition {
        keys = List.copyOf(keys);
    }

    /** Parses a position in the format of {@link #toString}; empty if the text is not one. */
    public static Optional<KeysetPosition> parse(String text) {
        if (!FORMAT.matcher(text).matches()) {
            return Optional.empty();
        }
        var numbers = Arrays.stream(text.split("\\.")).map(Long::valueOf).toList();
        return Optional.of(new KeysetPosition(numbers.get(0).intValue(), numbers.subList(1, numbers.size())));
    }

    /** Formats the position for URLs: the segment and the keys, separated by dots. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of(segment), keys.stream())
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }
}
