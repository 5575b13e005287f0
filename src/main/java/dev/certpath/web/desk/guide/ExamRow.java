package dev.certpath.web.desk.guide;

import dev.certpath.guide.Exam;
import java.util.List;

/**
 * An exam in the list of exams.
 *
 * @param exam the exam
 * @param tracks the names of the tracks for which it is booked; empty for an additional exam, and for one of no track
 * @param additional whether it is shown in addition to the exam of a track
 * @param recheckDue whether its facts should be checked again
 * @param source the source that its form names: what was entered, or the official page
 */
public record ExamRow(Exam exam, List<String> tracks, boolean additional, boolean recheckDue, String source) {}
