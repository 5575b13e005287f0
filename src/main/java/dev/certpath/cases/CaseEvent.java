package dev.certpath.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An event in the timeline of a case. It is inserted once and never changed. */
@Entity
@Immutable
@Table(name = "case_events")
class CaseEvent {

    /** The actor of what a student does. */
    static final String STUDENT = "student";

    /** The actor of what happens at a certain time, without a person. */
    static final String CLOCK = "clock";

    static final String ASKED = "ask";
    static final String WROTE = "write";
    static final String WITHDREW = "withdraw";
    static final String EXPIRED = "expire";

    private static final int MAX_VALUE_LENGTH = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "case_id")
    private Long caseId;

    @Column(name = "what")
    private String type;

    @Column(name = "who")
    private String actor;

    private Instant happenedAt;

    private String fromValue;

    private String toValue;

    protected CaseEvent() {}

    CaseEvent(Long caseId, String type, String actor, Instant at, String from, String to) {
        this.caseId = caseId;
        this.type = type;
        this.actor = actor;
        this.happenedAt = at.truncatedTo(ChronoUnit.MILLIS);
        this.fromValue = truncate(from);
        this.toValue = truncate(to);
    }

    TimelineEntry toTimelineEntry() {
        return new TimelineEntry(type, actor, happenedAt, fromValue, toValue);
    }

    private static String truncate(String value) {
        return value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH - 1) + "…";
    }
}
