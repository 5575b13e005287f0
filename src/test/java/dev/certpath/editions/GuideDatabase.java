package dev.certpath.editions;

import dev.certpath.guide.GuideYaml;
import dev.certpath.testsupport.TestApplication;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the guide in the database of an application, without its pages.
 *
 * @param site the application
 */
public record GuideDatabase(TestApplication site) {

    /** Publishes an edition at once, whose own number is replaced by the next one, and returns that. */
    public int publishes(String edition) {
        int number = Collections.max(editions().findNumbers()) + 1;
        publishesAs(number, edition.replaceFirst("(?m)^edition: .*", "edition: " + number));
        return number;
    }

    /** Publishes an edition at once that need not be one. */
    void publishesAs(int number, String content) {
        var now = site.bean(Clock.class).instant();
        inTransaction(() -> {
            editions().insertEdition(number, content, now);
            editions()
                    .insertPublication(
                            new Publication(number, now, "Tried", now, Optional.of("admin")), Optional.empty());
        });
    }

    /** Brings other exams into force, and returns the number of the revision. */
    public int changesExams(String exams) {
        int revision = exams().findLatestNumber() + 1;
        var change = new ExamRevision(
                revision,
                site.bean(Clock.class).instant(),
                Optional.of("admin"),
                "Tried",
                Optional.empty(),
                Optional.empty());
        inTransaction(() -> exams().insert(change, exams));
        return revision;
    }

    /** The edition that the application ships, with a text before each reason. */
    public static String editionWithReasons(String text) {
        return GuideYaml.published().edition().replaceAll("says: (\"?)", "says: $1" + text + " ");
    }

    /** The exams that the application ships, which all have this price. */
    public static String examsWithPrice(int usd) {
        return GuideYaml.published().exams().replaceAll("(?m)price-usd: \\d+$", "price-usd: " + usd);
    }

    private void inTransaction(Runnable change) {
        new TransactionTemplate(site.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            editions().raiseVersion();
            change.run();
        });
    }

    private EditionRepository editions() {
        return site.bean(EditionRepository.class);
    }

    private ExamRevisionRepository exams() {
        return site.bean(ExamRevisionRepository.class);
    }
}
