package dev.certpath.editions;

import dev.certpath.guide.ExamDifference;
import dev.certpath.guide.ExamsFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the facts about exams. Each change is a revision, which comes into force at once: on this instance before the
 * method returns, on others within seconds.
 */
@Service
public class ExamRevisionService {

    private final EditionRepository editions;
    private final ExamRevisionRepository examRevisions;
    private final StoredGuideReader reader;
    private final CurrentGuide currentGuide;
    private final GuideFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExamRevisionService(
            EditionRepository editions,
            ExamRevisionRepository examRevisions,
            StoredGuideReader reader,
            CurrentGuide currentGuide,
            GuideFiles files,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.editions = editions;
        this.examRevisions = examRevisions;
        this.reader = reader;
        this.currentGuide = currentGuide;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether the settings name a file of exams, so that they can't be changed here. */
    public boolean isReadOnly() {
        return files.exams().isPresent();
    }

    /** Reads the exams in force, from the database and not from what this instance has read before. */
    public StoredExams findLatest() {
        return files.exams()
                .map(file -> new StoredExams(0, ExamsFile.parse(file.content()), currentGuide.guide()))
                .orElseGet(() -> {
                    int revision = examRevisions.findLatestNumber();
                    var content = examRevisions.findContent(revision);
                    return new StoredExams(revision, ExamsFile.parse(content), reader.readInForceWith(content));
                });
    }

    /**
     * Reads what the exams would be after a change, without saving it.
     *
     * @throws dev.certpath.guide.InvalidGuideException if the changed exams are invalid
     * @throws ExamsModifiedException if the facts about the exam are no longer those that the author has seen
     */
    public StoredExams preview(ExamChange change) {
        int revision = examRevisions.findLatestNumber();
        var changed = apply(change, revision);
        return new StoredExams(revision, changed, reader.readInForceWith(changed.text()));
    }

    /**
     * Saves a change, unless it changes nothing.
     *
     * @throws dev.certpath.guide.InvalidGuideException if the changed exams are invalid
     * @throws ExamsModifiedException if the facts about the exam are no longer those that the author has seen
     */
    public void save(ExamChange change) {
        inTurn(() -> {
            int latest = examRevisions.findLatestNumber();
            var changed = apply(change, latest).text();
            if (changed.equals(examRevisions.findContent(latest))) {
                return;
            }
            reader.checkAllWith(changed);
            examRevisions.insert(
                    new ExamRevision(
                            latest + 1,
                            clock.instant(),
                            Optional.of(change.author()),
                            change.reason(),
                            Optional.of(change.exam()),
                            Optional.empty()),
                    changed);
        });
    }

    /**
     * Brings the facts of an earlier revision back into force, as a new revision, unless they are in force.
     *
     * @param number the earlier revision, which exists
     * @param basedOn the revision that the author has seen as the latest
     * @throws dev.certpath.guide.InvalidGuideException if an edition can't be used with these exams
     * @throws ExamsModifiedException if there is a newer revision
     */
    public void restore(int number, int basedOn, String author) {
        inTurn(() -> {
            int latest = examRevisions.findLatestNumber();
            var content = examRevisions.findContent(number);
            if (content.equals(examRevisions.findContent(latest))) {
                return;
            }
            if (latest != basedOn) {
                throw new ExamsModifiedException(examRevisions.find(latest));
            }
            reader.checkAllWith(content);
            examRevisions.insert(
                    new ExamRevision(
                            latest + 1,
                            clock.instant(),
                            Optional.of(author),
                            "",
                            Optional.empty(),
                            Optional.of(number)),
                    content);
        });
    }

    /** Returns whether there is a revision with this number. */
    public boolean exists(int revision) {
        return revision >= 1 && revision <= findLatestNumber();
    }

    /** Finds the number of the revision in force in the database. */
    public int findLatestNumber() {
        return examRevisions.findLatestNumber();
    }

    /** Reads the facts of a revision, which exists. */
    public ExamsFile findFile(int revision) {
        return ExamsFile.parse(examRevisions.findContent(revision));
    }

    /** Finds revisions before a number with what they changed, the latest first. */
    public List<ExamHistoryEntry> findHistoryBefore(int before, int limit) {
        var revisions = examRevisions.findBefore(before, limit);
        var history = new ArrayList<ExamHistoryEntry>();
        Optional<ExamsFile> later = Optional.empty();
        for (ExamRevision revision : revisions) {
            var file = later.orElseGet(() -> findFile(revision.revision()));
            var earlier = Optional.of(revision.revision() - 1)
                    .filter(number -> number > 0)
                    .map(this::findFile);
            history.add(new ExamHistoryEntry(
                    revision,
                    earlier.map(other -> ExamDifference.between(other, file)).orElse(List.of())));
            later = earlier;
        }
        return List.copyOf(history);
    }

    private ExamsFile apply(ExamChange change, int latestRevision) {
        var latest = findFile(latestRevision);
        var seen = change.basedOn() == latestRevision ? latest : findFile(change.basedOn());
        var changed = change.applyTo(latest);
        boolean isRepeated = changed.text().equals(latest.text());
        if (!isRepeated && !seen.facts(change.exam()).equals(latest.facts(change.exam()))) {
            throw new ExamsModifiedException(examRevisions.find(latestRevision));
        }
        return changed;
    }

    /** Changes the database while no other instance does, and then uses the change. */
    private void inTurn(Runnable change) {
        if (isReadOnly()) {
            throw new IllegalStateException("The settings name a file of exams");
        }
        transaction.executeWithoutResult(status -> {
            editions.raiseVersion();
            change.run();
        });
        currentGuide.refresh();
    }
}
