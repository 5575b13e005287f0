package dev.certpath.cases.statistics;

/**
 * The cases to whose students an exam was recommended, as the first or as the second.
 *
 * @param all their number
 * @param waiting the number of those whose student waits for an advisor
 */
public record ExamCaseCount(long all, long waiting) {}
