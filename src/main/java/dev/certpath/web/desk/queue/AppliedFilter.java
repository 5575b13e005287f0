package dev.certpath.web.desk.queue;

import dev.certpath.web.desk.QueueParameters;

/**
 * A filter that has a value.
 *
 * @param label the filter and its value
 * @param without the parameters without the filter
 */
public record AppliedFilter(String label, QueueParameters without) {}
