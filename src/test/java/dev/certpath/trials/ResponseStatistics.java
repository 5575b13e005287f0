package dev.certpath.trials;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The responses to the requests of a load test, with their times.
 *
 * @param responses all responses, in no particular order
 */
record ResponseStatistics(List<TimedResponse> responses) {

    /** Takes the place of a status when the connection was refused or closed before the first byte of a response. */
    static final int NO_RESPONSE = -1;

    /** Takes the place of a status when the connection was closed in the middle of a response. */
    static final int INCOMPLETE = -2;

    /**
     * One response.
     *
     * @param name the name of the {@link SimulatedRequest}
     * @param sentAt when the request was sent
     * @param duration the time until the end of the response
     * @param status the status code, {@link #NO_RESPONSE} or {@link #INCOMPLETE}
     */
    record TimedResponse(String name, Instant sentAt, Duration duration, int status) {

        /** When the response was complete. */
        Instant receivedAt() {
            return sentAt.plus(duration);
        }
    }

    ResponseStatistics filter(Predicate<TimedResponse> condition) {
        return new ResponseStatistics(responses.stream().filter(condition).toList());
    }

    /** The responses to requests that were sent in this time, its end excluded. */
    ResponseStatistics sentBetween(Instant from, Instant to) {
        return filter(response ->
                !response.sentAt().isBefore(from) && response.sentAt().isBefore(to));
    }

    /** The number of responses for each status. */
    Map<Integer, Long> countByStatus() {
        return responses.stream()
                .collect(Collectors.groupingBy(TimedResponse::status, TreeMap::new, Collectors.counting()));
    }

    /** A quantile of the durations in milliseconds: 0.5 is the median, 1 the maximum. */
    long quantileMillis(double quantile) {
        var sorted = responses.stream()
                .mapToLong(response -> response.duration().toMillis())
                .sorted()
                .toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * sorted.length))];
    }

    int size() {
        return responses.size();
    }
}
