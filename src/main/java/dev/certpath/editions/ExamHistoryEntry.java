package dev.certpath.editions;

import dev.certpath.guide.ExamDifference;
import java.util.List;

/**
 * A revision of the exams in their history.
 *
 * @param revision the revision
 * @param differences what it changed; empty for the first one
 */
public record ExamHistoryEntry(ExamRevision revision, List<ExamDifference> differences) {}
