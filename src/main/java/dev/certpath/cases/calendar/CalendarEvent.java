package dev.certpath.cases.calendar;

import dev.certpath.recommend.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The revision of an event in the calendar of a case, with the digest of its content. */
@Entity
@Table(name = "calendar_events")
class CalendarEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "case_id")
    private Long caseId;

    private int weeks;

    private String step;

    private String digest;

    private int revision;

    private Instant changedAt;

    protected CalendarEvent() {}

    CalendarEvent(Long caseId, int weeks, Plan.What step, String digest, Instant createdAt) {
        this.caseId = caseId;
        this.weeks = weeks;
        this.step = step.toString();
        this.digest = digest;
        this.changedAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
    }

    boolean isFor(int planWeeks, Plan.What what) {
        return weeks == planWeeks && step.equals(what.toString());
    }

    /** Starts a new revision if the content has another digest. */
    void update(String newDigest, Instant now) {
        if (!digest.equals(newDigest)) {
            digest = newDigest;
            revision++;
            changedAt = now.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    EventRevision toRevision() {
        return new EventRevision(revision, changedAt);
    }
}
