package dev.certpath.editions;

import dev.certpath.guide.Exam;
import dev.certpath.guide.ExamsFile;
import java.util.Map;

/**
 * A change of the facts about one exam.
 *
 * @param exam the code of the exam
 * @param basedOn the revision that the author has seen
 * @param facts the facts by their keys in YAML; an empty one is removed, others stay as they are
 * @param source where the facts are stated
 * @param author the username of the admin
 * @param reason why the facts change; empty if they were only checked
 */
public record ExamChange(
        String exam, int basedOn, Map<String, String> facts, Exam.Source source, String author, String reason) {

    ExamsFile applyTo(ExamsFile exams) {
        return exams.with(exam, facts).withSource(exam, source);
    }
}
