package dev.certpath.editions;

import dev.certpath.guide.GuideReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills a database that has no editions with those that the application ships. The newest is in force. */
@Component
class EditionImport {

    private static final Logger LOG = LoggerFactory.getLogger(EditionImport.class);

    private final EditionRepository editions;
    private final ExamRevisionRepository examRevisions;
    private final DraftRepository drafts;
    private final GuideFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EditionImport(
            EditionRepository editions,
            ExamRevisionRepository examRevisions,
            DraftRepository drafts,
            GuideFiles files,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.editions = editions;
        this.examRevisions = examRevisions;
        this.drafts = drafts;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Imports the shipped files, unless there are editions. Of several instances that start together, one does. */
    void run() {
        if (editions.hasEditions()) {
            offerNewestAsDraft();
            return;
        }
        transaction.executeWithoutResult(status -> {
            editions.raiseVersion(); // others that start wait here, and then see the editions
            if (!editions.hasEditions()) {
                importShippedFiles(clock.instant());
            }
        });
    }

    /**
     * Makes the newest edition that the application ships a draft if the database has never had it. It replaces no draft that
     * admins work on: it becomes one when the application starts without such a draft.
     */
    private void offerNewestAsDraft() {
        var newest = files.newestShippedEdition();
        if (editions.hasContent(newest.content()) || drafts.wasShipped(newest.sha256())) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            editions.raiseVersion(); // one of several instances that start together
            int number = editions.nextNumber();
            var draft = new DraftText(newest.content()).withNumber(number);
            if (!drafts.wasShipped(newest.sha256()) && drafts.start(draft, number - 1, clock.instant(), null)) {
                drafts.insertShipped(newest.sha256());
                LOG.info(
                        "The edition that comes with this version is a draft now; it is not in force until it is published");
            }
        });
    }

    private void importShippedFiles(Instant now) {
        var shipped = files.shippedEditions();
        shipped.forEach((number, file) -> editions.insertEdition(number, file.content(), now));
        editions.insertPublication(
                new Publication(shipped.lastKey(), firstDayOfNewest(now), "", now, Optional.empty()), Optional.empty());
        examRevisions.insert(
                new ExamRevision(1, now, Optional.empty(), "", Optional.empty(), Optional.empty()),
                files.shippedExams().content());
    }

    /** When the newest edition comes into force: not now, because the clock of another instance may be behind. */
    private Instant firstDayOfNewest(Instant now) {
        return GuideReader.read(
                        files.newestShippedEdition(), files.shippedExams(), LocalDate.ofInstant(now, ZoneOffset.UTC))
                .validFrom()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
