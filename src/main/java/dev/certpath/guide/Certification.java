package dev.certpath.guide;

/**
 * What is earned by passing an exam.
 *
 * @param name its official name
 * @param shortName a name that fits a heading
 * @param url its official page
 */
public record Certification(String name, String shortName, String url) {}
