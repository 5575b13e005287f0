package dev.certpath.cases.statistics;

import java.time.LocalDate;

/**
 * The number of cases opened in a part of a period.
 *
 * @param from the first day
 * @param to the last day
 * @param complete whether the bucket is a whole day, week, month or year; false if the period starts or ends within it
 * @param caseCount the number of cases
 */
public record TimeBucket(LocalDate from, LocalDate to, boolean complete, long caseCount) {}
