package dev.certpath.guide;

/**
 * An exam worth knowing beside a track's own, never in its place.
 *
 * @param exam the exam
 * @param track the track it stands beside
 * @param when for whom
 * @param says why
 */
public record AdditionalExam(Exam exam, Track track, Condition when, String says) {}
