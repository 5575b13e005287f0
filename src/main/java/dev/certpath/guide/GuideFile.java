package dev.certpath.guide;

/**
 * The content of a guide file.
 *
 * @param name the file name used in violations
 * @param text the content in YAML
 */
public record GuideFile(String name, String text) {}
