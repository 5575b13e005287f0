/**
 * The insights page: figures and charts of the cases of a period, each linked to the cases it counts.
 *
 * <p>Start with {@code InsightsController} and {@code InsightsViewFactory}.
 */
@NullMarked
package dev.certpath.web.desk.insights;

import org.jspecify.annotations.NullMarked;
