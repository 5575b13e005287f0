package dev.certpath.web.desk.guide;

import java.time.LocalDate;

/**
 * A track that has no exam on a coming day.
 *
 * @param track the name of the track
 * @param day the first such day
 */
public record TrackGap(String track, LocalDate day) {}
