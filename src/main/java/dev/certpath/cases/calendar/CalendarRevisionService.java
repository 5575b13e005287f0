package dev.certpath.cases.calendar;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.CollisionRetry;
import dev.certpath.cases.SharedRecommendation;
import dev.certpath.recommend.Plan;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Keeps the revision of each calendar event that was served, by case and number of weeks, so that calendars that have the
 * event already know when it changed.
 */
@Service
public class CalendarRevisionService {

    private final CaseService cases;
    private final CalendarEventRepository events;
    private final Clock clock;
    private final CollisionRetry transactions;

    CalendarRevisionService(
            CaseService cases, CalendarEventRepository events, Clock clock, CollisionRetry transactions) {
        this.cases = cases;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Returns the revision of each event. An event that was served before with other content gets a new one.
     *
     * @param shared the recommendation
     * @param weeks the number of weeks until the first exam of the plan
     * @param digests the digest of the content of each event that is served
     * @return the revisions; empty if the case was deleted
     */
    public Map<Plan.What, EventRevision> update(
            SharedRecommendation shared, int weeks, Map<Plan.What, String> digests) {
        return transactions.execute(() -> cases.findKey(shared.shareId())
                .map(key -> update(key, weeks, shared.openedAt(), digests))
                .orElse(Map.of()));
    }

    private Map<Plan.What, EventRevision> update(
            Long caseId, int weeks, Instant openedAt, Map<Plan.What, String> digests) {
        var known = events.findByCaseId(caseId);
        var revisions = new LinkedHashMap<Plan.What, EventRevision>();
        digests.forEach((what, digest) -> {
            var event = known.stream()
                    .filter(candidate -> candidate.isFor(weeks, what))
                    .findFirst()
                    .orElseGet(() -> new CalendarEvent(caseId, weeks, what, digest, openedAt));
            event.update(digest, clock.instant());
            revisions.put(what, events.saveAndFlush(event).toRevision());
        });
        return revisions;
    }
}
