package dev.certpath.guide;

/**
 * The certification earned by passing an exam.
 *
 * @param name the official name
 * @param shortName a short name for headings
 * @param url the URL of the official page
 */
public record Certification(String name, String shortName, String url) {}
