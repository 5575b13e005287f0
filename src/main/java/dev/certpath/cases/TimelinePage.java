package dev.certpath.cases;

import java.util.List;

/**
 * A page of the timeline of a case.
 *
 * @param number the number of the page; the first one, with the newest entries, is 1
 * @param entries the entries, newest first
 * @param hasOlder whether there is another page with older entries
 */
public record TimelinePage(int number, List<TimelineEntry> entries, boolean hasOlder) {

    /** The maximum number of entries of a page. */
    static final int SIZE = 50;
}
