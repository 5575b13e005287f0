package dev.certpath.editions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes editions, at once or on a day. This instance uses what is in force then at once, others within seconds. */
@Service
public class PublicationService {

    private final EditionRepository editions;
    private final DraftRepository drafts;
    private final DraftService draftService;
    private final CurrentGuide currentGuide;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublicationService(
            EditionRepository editions,
            DraftRepository drafts,
            DraftService draftService,
            CurrentGuide currentGuide,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.editions = editions;
        this.drafts = drafts;
        this.draftService = draftService;
        this.currentGuide = currentGuide;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** All publications, the latest first. */
    public List<PublicationEntry> findAll() {
        return editions.findPublications();
    }

    /**
     * Publishes the draft as the next edition. There is no draft afterwards.
     *
     * @param version the version of the draft that the admin saw
     * @param reason why
     * @param from the first day on which it is in force; empty for at once
     * @return the number of the edition
     * @throws DraftConflictException if the draft has another version by now
     * @throws InvalidDraftException if the draft is not a valid edition
     */
    public int publishDraft(long version, String reason, Optional<LocalDate> from, String admin) {
        return change(() -> {
            var draft = drafts.find();
            if (draft.isEmpty() || draft.get().version() != version || !drafts.delete(version)) {
                throw new DraftConflictException(draft);
            }
            var content = draft.get().content();
            if (!draftService.check(content).isValid()) {
                throw new InvalidDraftException();
            }
            int number = editions.nextNumber();
            editions.insertEdition(number, content, clock.instant());
            publish(number, reason, from, admin);
            return number;
        });
    }

    /**
     * Publishes an edition again that was in force before.
     *
     * @param from the first day on which it is in force; empty for at once
     */
    public void publishAgain(int edition, String reason, Optional<LocalDate> from, String admin) {
        change(() -> publish(edition, reason, from, admin));
    }

    /**
     * Takes a publication back whose day has not come.
     *
     * @return whether it was taken back; false if it is in force, was in force or was taken back before
     */
    public boolean withdraw(long publication, String admin) {
        return change(() -> editions.withdraw(publication, clock.instant(), admin));
    }

    private Publication publish(int edition, String reason, Optional<LocalDate> from, String admin) {
        var now = clock.instant();
        var start = from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(day -> day.isAfter(now))
                .orElse(now);
        var publication = new Publication(edition, start, reason, now, Optional.of(admin));
        editions.insertPublication(publication);
        return publication;
    }

    /** Makes a change in a transaction in which no other instance makes one, and then reads what is in force. */
    private <T> T change(Supplier<T> change) {
        var result = transaction.execute(status -> {
            editions.raiseVersion();
            return change.get();
        });
        currentGuide.refresh();
        return result;
    }
}
