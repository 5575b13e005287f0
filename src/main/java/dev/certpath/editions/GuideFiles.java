package dev.certpath.editions;

import dev.certpath.guide.GuideFile;
import dev.certpath.guide.GuideReader;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The guide files of the application.
 *
 * @param edition the edition that the settings name; it takes the place of those in the database
 * @param exams the exams that the settings name; they take the place of those in the database
 * @param shippedEditions the editions that the application ships, by number; a database without editions gets them
 * @param shippedExams the exams that the application ships; a database without exams gets them
 */
public record GuideFiles(
        Optional<GuideFile> edition,
        Optional<GuideFile> exams,
        SortedMap<Integer, GuideFile> shippedEditions,
        GuideFile shippedExams) {

    /**
     * Checks all files, before there is a database. One that the settings name is checked together with the other that they
     * name, or with the newest that the application ships.
     *
     * @throws dev.certpath.guide.InvalidGuideException if a file is invalid
     */
    public void check(LocalDate today) {
        shippedEditions.values().forEach(shipped -> GuideReader.read(shipped, shippedExams, today));
        if (edition.isPresent() && exams.isPresent()) {
            GuideReader.read(edition.get(), exams.get(), today);
        } else {
            GuideReader.readApart(edition.orElseGet(this::newestShippedEdition), exams.orElse(shippedExams), today);
        }
    }

    /** The edition with the highest number of those that the application ships. */
    GuideFile newestShippedEdition() {
        return Objects.requireNonNull(shippedEditions.get(shippedEditions.lastKey()));
    }
}
