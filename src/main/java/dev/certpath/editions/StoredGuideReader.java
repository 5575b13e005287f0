package dev.certpath.editions;

import dev.certpath.editions.EditionRepository.StoredGuide;
import dev.certpath.editions.GuideSnapshot.ChangesSince;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideFile;
import dev.certpath.guide.GuideReader;
import dev.certpath.guide.InvalidGuideException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads guides from the database, and from the files that take the place of what is there. */
@Component
class StoredGuideReader {

    /** The name of changed exams in violations. */
    private static final String CHANGED_EXAMS = "exams.yaml";

    private final EditionRepository editions;
    private final ExamRevisionRepository examRevisions;
    private final GuideFiles files;
    private final Clock clock;

    StoredGuideReader(EditionRepository editions, ExamRevisionRepository examRevisions, GuideFiles files, Clock clock) {
        this.editions = editions;
        this.examRevisions = examRevisions;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Reads the guide in force.
     *
     * @throws UnreadableEditionException if this version can't read it
     */
    GuideSnapshot readInForce() {
        var stored = editions.findInForce(clock.instant());
        var guide = read(stored);
        return new GuideSnapshot(guide, source(stored), changes(stored, guide));
    }

    /**
     * Reads an edition that is not in the database, with the exams in force.
     *
     * @throws InvalidGuideException if it is invalid
     */
    Guide readWithExamsInForce(GuideFile edition) {
        return GuideReader.readApart(edition, files.exams().orElseGet(this::latestExams), today());
    }

    private Optional<ChangesSince> changes(StoredGuide stored, Guide guide) {
        if (files.edition().isPresent()) {
            return Optional.empty();
        }
        return editions.findPrevious(stored.publication())
                .flatMap(number ->
                        find(number).map(previous -> new ChangesSince(number, EditionComparison.of(previous, guide))));
    }

    /**
     * Reads an edition, with the exams that are in force in the database.
     *
     * @throws UnreadableEditionException if this version can't read it
     */
    Optional<Guide> find(int number) {
        return editions.findContent(number).map(content -> read(number, toFile(number, content), latestExams()));
    }

    /**
     * Checks that this version can read every edition in the database, in force or not.
     *
     * @throws UnreadableEditionException if it can't read one
     */
    void checkAll() {
        editions.findNumbers().forEach(this::find);
    }

    /**
     * Checks that every edition can be used with other exams.
     *
     * @throws InvalidGuideException if one can't
     */
    void checkAllWith(String exams) {
        var file = toFile(CHANGED_EXAMS, exams);
        editions.findNumbers()
                .forEach(number -> editions.findContent(number)
                        .ifPresent(content -> GuideReader.readStored(toFile(number, content), file, today())));
        readInForceWith(exams);
    }

    /**
     * Reads the edition in force with other exams.
     *
     * @throws InvalidGuideException if it can't be used with them
     */
    Guide readInForceWith(String exams) {
        var edition = files.edition().orElseGet(() -> {
            var stored = editions.findInForce(clock.instant());
            return toFile(stored.publication().edition(), stored.editionContent());
        });
        return GuideReader.readStored(edition, toFile(CHANGED_EXAMS, exams), today());
    }

    private GuideSource source(StoredGuide stored) {
        return new GuideSource(
                stored.version(),
                Optional.of(stored.publication())
                        .filter(publication -> files.edition().isEmpty()),
                Optional.of(stored.exams()).filter(exams -> files.exams().isEmpty()),
                stored.nextChange());
    }

    private Guide read(StoredGuide stored) {
        var edition = files.edition();
        var exams = files.exams();
        if (edition.isPresent() && exams.isPresent()) {
            return GuideReader.read(edition.get(), exams.get(), today());
        }
        int number = stored.publication().edition();
        return read(
                number,
                edition.orElseGet(() -> toFile(number, stored.editionContent())),
                exams.orElseGet(() -> toExamsFile(stored.exams().revision(), stored.examsContent())));
    }

    private Guide read(int number, GuideFile edition, GuideFile exams) {
        try {
            return GuideReader.readStored(edition, exams, today());
        } catch (InvalidGuideException invalid) {
            throw new UnreadableEditionException(number, invalid);
        }
    }

    private GuideFile latestExams() {
        int revision = examRevisions.findLatestNumber();
        return toExamsFile(revision, examRevisions.findContent(revision));
    }

    private static GuideFile toFile(int number, String content) {
        return toFile("edition-" + number + ".yaml", content);
    }

    private static GuideFile toExamsFile(int revision, String content) {
        return toFile("exams-" + revision + ".yaml", content);
    }

    private static GuideFile toFile(String name, String content) {
        return new GuideFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
