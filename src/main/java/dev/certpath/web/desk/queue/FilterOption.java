package dev.certpath.web.desk.queue;

/**
 * A value that a filter can have.
 *
 * @param code the value in URLs
 * @param label the value as pages show it
 */
public record FilterOption(String code, String label) {}
