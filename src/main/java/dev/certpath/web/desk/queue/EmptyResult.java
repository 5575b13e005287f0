package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.QueueParameters;
import java.util.List;

/**
 * Why a part of the queue shows nothing.
 *
 * @param reason what it comes from
 * @param blamed the filters each of which alone keeps cases out, with how many there are without it
 */
public record EmptyResult(Reason reason, List<Blamed> blamed) {

    /** What an empty part can come from. */
    public enum Reason {
        /** There are cases, but none after that place. */
        NOTHING_FURTHER,
        /** There is no case at all. */
        NOTHING_YET,
        /** There are cases, but none that needs someone. */
        NOBODY_NEEDED,
        /** Without one of the filters there would be some. */
        ONE_FILTER,
        /** There would be none without any one of the filters: two or more keep them out. */
        SEVERAL_FILTERS
    }

    /**
     * A filter that alone keeps cases out.
     *
     * @param label the filter in words
     * @param without the same part without it
     * @param count how many cases that has, in words
     */
    public record Blamed(String label, QueueParameters without, String count) {}
}
