package dev.certpath.bench.http;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what the JVM writes with the option {@code -Xlog:gc}. */
final class GarbageCollectionLog {

    private static final Pattern COLLECTION = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(\\d+M\\)");

    private GarbageCollectionLog() {}

    /** The most megabytes of heap that were in use after a collection; 0 if there was none. */
    static int mostMegabytesAfterCollection(String output) {
        return COLLECTION
                .matcher(output)
                .results()
                .map((MatchResult collection) -> collection.group(1))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }
}
