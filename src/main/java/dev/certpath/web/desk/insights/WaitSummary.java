package dev.certpath.web.desk.insights;

import dev.certpath.web.desk.QueueParameters;
import java.util.Optional;

/**
 * How long students waited, as a row of a table.
 *
 * @param code the last part of the message key of its label
 * @param students the number of students
 * @param median the median of their times; empty without students
 * @param longest the longest time; empty without students
 * @param queue the queue that lists their cases, if there is one
 */
public record WaitSummary(String code, long students, String median, String longest, Optional<QueueParameters> queue) {}
