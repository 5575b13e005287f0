package dev.certpath.web.desk.guide;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.Publication;
import dev.certpath.editions.PublicationEntry;
import dev.certpath.editions.PublicationService;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The publications, as rows of a table. */
@Component
class EditionHistory {

    private final PublicationService publications;
    private final CurrentGuide currentGuide;
    private final Clock clock;

    EditionHistory(PublicationService publications, CurrentGuide currentGuide, Clock clock) {
        this.publications = publications;
        this.currentGuide = currentGuide;
        this.clock = clock;
    }

    /** What a publication is now. */
    public enum State {
        IN_FORCE,
        PENDING,
        WITHDRAWN,
        PAST
    }

    /**
     * A publication.
     *
     * @param previous the number of the edition that was in force before; empty for the first one
     */
    public record Row(PublicationEntry entry, State state, Optional<Integer> previous) {

        /** The publication. */
        public Publication publication() {
            return entry.publication();
        }
    }

    /** All publications, the latest first. */
    List<Row> rows() {
        var entries = publications.findAll();
        return entries.stream()
                .map(entry -> new Row(entry, state(entry), findPrevious(entry, entries)))
                .toList();
    }

    /** The publications that come into force on a later day, the latest first. */
    List<Row> pending() {
        return rows().stream().filter(row -> row.state() == State.PENDING).toList();
    }

    private State state(PublicationEntry entry) {
        if (entry.withdrawal().isPresent()) {
            return State.WITHDRAWN;
        }
        if (entry.isPending(clock.instant())) {
            return State.PENDING;
        }
        return currentGuide
                        .get()
                        .source()
                        .publication()
                        .filter(entry.publication()::equals)
                        .isPresent()
                ? State.IN_FORCE
                : State.PAST;
    }

    /** The entries are in the order in which they come into force, the latest first. */
    private static Optional<Integer> findPrevious(PublicationEntry entry, List<PublicationEntry> entries) {
        return entries.subList(entries.indexOf(entry) + 1, entries.size()).stream()
                .filter(earlier -> earlier.withdrawal().isEmpty())
                .map(earlier -> earlier.publication().edition())
                .findFirst();
    }
}
