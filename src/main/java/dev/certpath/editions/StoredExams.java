package dev.certpath.editions;

import dev.certpath.guide.ExamsFile;
import dev.certpath.guide.Guide;

/**
 * The facts about exams at one revision.
 *
 * @param revision the number of the revision; 0 if the settings name a file
 * @param file the facts as YAML
 * @param guide the edition in force with these exams
 */
public record StoredExams(int revision, ExamsFile file, Guide guide) {}
