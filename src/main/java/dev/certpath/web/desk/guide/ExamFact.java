package dev.certpath.web.desk.guide;

/**
 * A fact that a change of the exams changes, as people read it.
 *
 * @param exam the code of the exam
 * @param fact the name of the fact
 * @param before what it was; empty if there was nothing
 * @param after what it is; empty if there is nothing
 */
public record ExamFact(String exam, String fact, String before, String after) {}
