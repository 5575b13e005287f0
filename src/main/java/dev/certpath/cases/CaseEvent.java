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

/** An act on a case. It is written once and never changed. */
@Entity
@Immutable
@Table(name = "case_events")
class CaseEvent {

    /** Who acts, where it is not an advisor. */
    static final String STUDENT = "student";

    /** Who acts, where the clock does. */
    static final String CLOCK = "clock";

    static final String ASKED = "ask";
    static final String WITHDREW = "withdraw";
    static final String EXPIRED = "expire";

    private static final int LONGEST_VALUE = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "case_id")
    private Long caseId;

    private String what;
    private String who;
    private Instant happenedAt;
    private String fromValue;
    private String toValue;

    protected CaseEvent() {}

    CaseEvent(Long caseId, String what, String who, Instant at, String from, String to) {
        this.caseId = caseId;
        this.what = what;
        this.who = who;
        this.happenedAt = at.truncatedTo(ChronoUnit.MILLIS);
        this.fromValue = shortened(from);
        this.toValue = shortened(to);
    }

    TimelineEntry entry() {
        return new TimelineEntry(what, who, happenedAt, fromValue, toValue);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
