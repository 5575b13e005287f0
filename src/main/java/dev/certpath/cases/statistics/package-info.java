/**
 * Counts cases for the insights page.
 *
 * <p>Start with {@link dev.certpath.cases.statistics.CaseStatisticsService}. It uses the predicates of {@code search}, so
 * that a count and the list behind it agree.
 */
@NullMarked
package dev.certpath.cases.statistics;

import org.jspecify.annotations.NullMarked;
