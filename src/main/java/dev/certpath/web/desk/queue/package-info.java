/**
 * The queue of cases: filters, rows, bulk actions, the CSV export, and the links from one case to the next.
 *
 * <p>Start with {@code QueueController}. {@code QueueQueryParser} turns query parameters into a case query, {@code
 * QueueViewFactory} builds the page.
 */
@NullMarked
package dev.certpath.web.desk.queue;

import org.jspecify.annotations.NullMarked;
