package dev.certpath.guide;

/**
 * A file of the guide, already in memory.
 *
 * @param name what problems in it are reported under
 * @param text its content, YAML
 */
public record GuideFile(String name, String text) {}
