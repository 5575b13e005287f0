package dev.certpath.web.desk.queue;

/**
 * A track as pages of the desk show it.
 *
 * @param code the code of the track
 * @param name the name of the track
 * @param mark the letter that stands for the track; may be empty
 */
public record TrackLabel(String code, String name, String mark) {}
