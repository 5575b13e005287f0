package dev.certpath.editions;

import java.time.Instant;
import java.util.Optional;

/**
 * A revision of the facts about exams, without the facts.
 *
 * @param revision the number
 * @param changedAt when it came into force
 * @param changedBy the username of the admin who made it; empty for the exams that the application ships
 * @param reason why it was made; empty for the exams that the application ships
 * @param exam the code of the exam that it changes; empty if it is not about one exam
 * @param restores the revision whose facts it brings back; empty if it has new facts
 */
public record ExamRevision(
        int revision,
        Instant changedAt,
        Optional<String> changedBy,
        String reason,
        Optional<String> exam,
        Optional<Integer> restores) {}
