package dev.certpath.editions;

import dev.certpath.editions.pins.PinService;
import dev.certpath.guide.Guide;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The guide in force. Every instance reads a change from the database within seconds; while the database is unavailable, the
 * guide that was read last stays in force.
 */
@Service
public class CurrentGuide {

    /** How often an instance looks for a change, in milliseconds. */
    static final int INTERVAL = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(CurrentGuide.class);

    private static final String NAME = CurrentGuide.class.getName();

    private final StoredGuideReader reader;
    private final EditionRepository editions;
    private final Clock clock;
    private volatile GuideSnapshot latest;

    /** The version that this instance could not read; it is neither read nor logged again. */
    private long unreadableVersion = -1;

    private boolean databaseAvailable = true;

    CurrentGuide(
            EditionImport shipped, StoredGuideReader reader, EditionRepository editions, PinService pins, Clock clock) {
        this.reader = reader;
        this.editions = editions;
        this.clock = clock;
        shipped.run();
        reader.checkAll();
        this.latest = reader.readInForce();
        if (latest.source().isEditable()) {
            pins.importShipped(latest.guide());
        }
    }

    /** Returns the guide in force. During a request it is the same one each time, so that the response agrees with itself. */
    public GuideSnapshot get() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return latest;
        }
        if (request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof GuideSnapshot taken) {
            return taken;
        }
        var snapshot = latest;
        request.setAttribute(NAME, snapshot, RequestAttributes.SCOPE_REQUEST);
        return snapshot;
    }

    /** Returns the questions, rules and exams in force. */
    public Guide guide() {
        return get().guide();
    }

    /** Finds an edition by its number, in force or not, with the exams that are in force in the database. */
    public Optional<Guide> findEdition(int number) {
        return reader.find(number);
    }

    /** Finds the text of an edition by its number, in force or not. */
    public Optional<String> findEditionText(int number) {
        return editions.findContent(number);
    }

    /** The numbers of all editions, in order. */
    public List<Integer> findEditionNumbers() {
        return editions.findNumbers();
    }

    /** Reads the guide from the database if it was changed there, or if the time of another edition has come. */
    @Scheduled(fixedDelay = INTERVAL)
    public synchronized void refresh() {
        try {
            readIfOutdated();
            databaseAvailable = true;
        } catch (DataAccessException exception) {
            if (databaseAvailable) { // once an outage: it is logged
                databaseAvailable = false;
                throw exception;
            }
        }
    }

    private void readIfOutdated() {
        long version = editions.version();
        if (version == unreadableVersion || !latest.source().isOutdated(version, clock.instant())) {
            return;
        }
        try {
            latest = reader.readInForce();
            LOG.info(
                    "Edition {} of the guide is in force, with revision {} of the exams",
                    latest.guide().edition(),
                    latest.source()
                            .examRevision()
                            .map(exams -> String.valueOf(exams.revision()))
                            .orElse("(a file)"));
        } catch (UnreadableEditionException unreadable) {
            unreadableVersion = version;
            LOG.error("The guide in force stays the earlier one. {}", unreadable.getMessage());
        }
    }
}
