package dev.certpath.guide;

/**
 * An exam shown in addition to the exam of a track, never instead of it.
 *
 * @param exam the exam
 * @param track the track it is shown for
 * @param condition the answers it is shown for
 * @param text the reason to consider it
 * @param firstStep whether it prepares for the exam of the track; otherwise it is an alternative
 */
public record AdditionalExam(Exam exam, Track track, Condition condition, String text, boolean firstStep) {}
