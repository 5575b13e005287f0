package dev.certpath.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When an advisor last looked at a case. */
@Entity
@Table(name = "case_visits")
class CaseVisit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "case_id")
    private Long caseId;

    private String advisor;

    @Column(name = "visited_at")
    private Instant visitedAt;

    protected CaseVisit() {}

    CaseVisit(Long caseId, String advisor, Instant at) {
        this.caseId = caseId;
        this.advisor = advisor;
        this.visitedAt = at.truncatedTo(ChronoUnit.MILLIS);
    }

    boolean isBy(String username) {
        return advisor.equals(username);
    }

    /** Moves the visit to a later time. Returns the earlier one. */
    Instant repeat(Instant at) {
        var before = visitedAt;
        visitedAt = at.truncatedTo(ChronoUnit.MILLIS);
        return before;
    }
}
