/**
 * Counts how often the steps of the questionnaire are reached, by day, without anything about who reaches them.
 *
 * <p>Start with {@link dev.certpath.usage.StepCounter}, which counts in memory, and {@link
 * dev.certpath.usage.StepCountService}, which adds to the table and reads it.
 */
@NullMarked
package dev.certpath.usage;

import org.jspecify.annotations.NullMarked;
