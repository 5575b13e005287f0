package dev.certpath.editions;

import dev.certpath.editions.dryrun.DryRunService;
import dev.certpath.editions.pins.PinService;
import dev.certpath.guide.Guide;
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
    private final DryRunService dryRuns;
    private final PinService pins;
    private final CurrentGuide currentGuide;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublicationService(
            EditionRepository editions,
            DraftRepository drafts,
            DraftService draftService,
            DryRunService dryRuns,
            PinService pins,
            CurrentGuide currentGuide,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.editions = editions;
        this.drafts = drafts;
        this.draftService = draftService;
        this.dryRuns = dryRuns;
        this.pins = pins;
        this.currentGuide = currentGuide;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** All publications, the latest first. */
    public List<PublicationEntry> findAll() {
        return editions.findPublications();
    }

    /** Finds a publication by its number. */
    public Optional<PublicationEntry> find(long id) {
        return findAll().stream().filter(entry -> entry.id() == id).findFirst();
    }

    /**
     * Publishes the draft as the next edition. There is no draft afterwards.
     *
     * @param version the version of the draft that the admin saw
     * @param dryRun the number of the dry run that the admin saw
     * @param reason why
     * @param from the first day on which it is in force; empty for at once
     * @return the number of the edition
     * @throws DraftConflictException if the draft has another version by now
     * @throws InvalidDraftException if the draft is not a valid edition
     * @throws OutdatedDryRunException if the dry run is not one of this draft against the guide in force
     * @throws BrokenPinsException if the draft breaks pins
     */
    public int publishDraft(long version, long dryRun, String reason, Optional<LocalDate> from, String admin) {
        return change(() -> {
            var draft = drafts.find();
            if (draft.isEmpty() || draft.get().version() != version || !drafts.delete(version)) {
                throw new DraftConflictException(draft);
            }
            var content = draft.get().content();
            var guide = draftService.check(content).validGuide().orElseThrow(InvalidDraftException::new);
            int number = editions.nextNumber();
            editions.insertEdition(number, content, clock.instant());
            publish(guide, dryRun, reason, from, admin);
            return number;
        });
    }

    /**
     * Publishes an edition again that was in force before.
     *
     * @param edition the edition, which exists, with the exams in force
     * @param dryRun the number of the dry run that the admin saw
     * @param from the first day on which it is in force; empty for at once
     * @throws OutdatedDryRunException if the dry run is not one of this edition against the guide in force
     * @throws BrokenPinsException if the edition breaks pins
     */
    public void publishAgain(Guide edition, long dryRun, String reason, Optional<LocalDate> from, String admin) {
        change(() -> publish(edition, dryRun, reason, from, admin));
    }

    /**
     * Takes a publication back whose day has not come.
     *
     * @return whether it was taken back; false if it is in force, was in force or was taken back before
     */
    public boolean withdraw(long publication, String admin) {
        return change(() -> editions.withdraw(publication, clock.instant(), admin));
    }

    private Publication publish(Guide edition, long dryRun, String reason, Optional<LocalDate> from, String admin) {
        rejectOutdated(dryRun, edition);
        rejectBrokenPins(edition);
        var now = clock.instant();
        var start = from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(day -> day.isAfter(now))
                .orElse(now);
        var publication = new Publication(edition.edition(), start, reason, now, Optional.of(admin));
        long id = editions.insertPublication(publication, Optional.of(dryRun));
        pins.assignLiftedTo(id);
        return publication;
    }

    /** This change has raised the version by one; any other since the dry run has made it outdated. */
    private void rejectOutdated(long dryRun, Guide edition) {
        var text = editions.findContent(edition.edition()).orElseThrow();
        var inForce = currentGuide.get();
        if (inForce.source().version() + 1 != editions.version()
                || !dryRuns.isOf(dryRun, inForce.dryRunOf(text, edition))) {
            throw new OutdatedDryRunException(dryRun);
        }
    }

    private void rejectBrokenPins(Guide edition) {
        var broken = pins.findBroken(edition);
        if (!broken.isEmpty()) {
            throw new BrokenPinsException(broken);
        }
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
