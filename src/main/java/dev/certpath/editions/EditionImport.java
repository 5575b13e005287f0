package dev.certpath.editions;

import dev.certpath.guide.GuideReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills a database that has no editions with those that the application ships. The newest is in force. */
@Component
class EditionImport {

    private final EditionRepository editions;
    private final GuideFiles files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EditionImport(EditionRepository editions, GuideFiles files, PlatformTransactionManager transactions, Clock clock) {
        this.editions = editions;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Imports the shipped files, unless there are editions. Of several instances that start together, one does. */
    void run() {
        if (editions.hasEditions()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            editions.raiseVersion(); // others that start wait here, and then see the editions
            if (!editions.hasEditions()) {
                importShippedFiles(clock.instant());
            }
        });
    }

    private void importShippedFiles(Instant now) {
        var shipped = files.shippedEditions();
        shipped.forEach((number, file) -> editions.insertEdition(number, file.content(), now));
        editions.insertPublication(
                new Publication(shipped.lastKey(), firstDayOfNewest(now), "", now, Optional.empty()));
        editions.insertExams(
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
