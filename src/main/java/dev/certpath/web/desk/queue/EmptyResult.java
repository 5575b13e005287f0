package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.QueueParameters;
import java.util.List;

/**
 * Explains why a page of the queue has no rows.
 *
 * @param reason the reason
 * @param filters the filters without which there would be cases; empty unless an explanation is requested
 */
public record EmptyResult(Reason reason, List<ExcludingFilter> filters) {

    /** Why there are no rows. */
    public enum Reason {
        /** Cases match, but none after the page's position. */
        END_OF_LIST,
        /** No case belongs to the view. */
        EMPTY_VIEW,
        /** No case matches all filters. */
        FILTERED,
        /** Without one of the filters, cases would match. */
        ONE_FILTER,
        /** Removing one filter is not enough: several of them exclude the cases. */
        SEVERAL_FILTERS
    }

    /**
     * A filter without which there would be cases.
     *
     * @param label the filter and its value
     * @param without the parameters without the filter
     * @param count how many cases match without it
     */
    public record ExcludingFilter(String label, QueueParameters without, String count) {}
}
