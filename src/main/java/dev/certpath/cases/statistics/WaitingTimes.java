package dev.certpath.cases.statistics;

import java.time.Duration;
import java.util.Optional;

/**
 * How long students waited.
 *
 * @param students the number of students; one who asked again after a decision counts again
 * @param median the median of their times; empty without students
 * @param longest the longest time; empty without students
 */
public record WaitingTimes(long students, Optional<Duration> median, Optional<Duration> longest) {}
