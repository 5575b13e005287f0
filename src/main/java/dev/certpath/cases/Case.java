package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A saved recommendation, with its review by advisors. It checks each action and creates the entry for its timeline. */
@Entity
@Table(name = "cases")
public class Case extends SearchableRecommendation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "address")
    private String publicId;

    private String shareId;

    private String reference;

    private @Nullable String cohort;

    private Instant openedAt;

    private LocalDate asOf;

    @Column(name = "document_id")
    private int documentId;

    @Column(name = "request_key")
    private @Nullable String idempotencyKey;

    private @Nullable String requestBody;

    @Embedded
    private @Nullable AdvisorDecision decision;

    /** Derived from the decision and the recommendation; the leading column of an index. */
    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private DecisionOutcome outcome;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    private @Nullable String assignee;

    private @Nullable Instant askedAt;

    /** Derived from the status and from when the student asked; the leading column of an index. */
    @Column(name = "waiting_since")
    private @Nullable Instant waitingSince;

    /** Derived from the status, from whether the student asked and from the assignee; the leading column of an index. */
    @Column(name = "needs_someone")
    private boolean active;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "acts")
    private int eventCount;

    @Version
    private int version;

    protected Case() {}

    /**
     * Creates a new case.
     *
     * @param recommendation the recommendation to save
     * @param documentId the primary key of the stored document with its content
     * @param cohort where the student came from, if known
     * @param openedAt when the case is opened
     */
    Case(Recommendation recommendation, int documentId, Optional<Cohort> cohort, Instant openedAt) {
        super(recommendation);
        this.publicId = CaseIdGenerator.newPublicId();
        this.shareId = CaseIdGenerator.newPublicId();
        this.cohort = cohort.map(Cohort::code).orElse(null);
        this.reference = CaseIdGenerator.newReference();
        this.openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        this.asOf = recommendation.asOf();
        this.documentId = documentId;
        this.outcome = DecisionOutcome.NONE;
        this.status = CaseStatus.NEW;
        this.changedAt = this.openedAt;
    }

    /** Stores the request that created this case, so that a repeated request finds it. */
    void setRequest(IdempotencyKey request) {
        idempotencyKey = request.key();
        requestBody = request.body();
    }

    /** Returns whether this request created the case; another request may have the same key. */
    boolean wasCreatedBy(IdempotencyKey request) {
        return request.key().equals(idempotencyKey) && request.body().equals(requestBody);
    }

    /**
     * Records that the student asked an advisor to look, or wrote again. A case that was decided or closed is open again,
     * and the student waits from now on; otherwise the time of the first request stays.
     */
    CaseEvent askAdvisor(Instant at) {
        var type = askedAt == null ? CaseEvent.ASKED : CaseEvent.WROTE;
        if (isAskedAndOpen()) {
            return recordChange(type, CaseEvent.STUDENT, at, "", "");
        }
        askedAt = at.truncatedTo(ChronoUnit.MILLIS);
        var change = changeStatus(assignee == null ? CaseStatus.NEW : CaseStatus.IN_REVIEW);
        return change.from().equals(change.to())
                ? recordChange(type, CaseEvent.STUDENT, at, "", "")
                : recordChange(type, CaseEvent.STUDENT, at, change.from(), change.to());
    }

    /** Returns whether the student has asked, and the case is neither decided nor closed since. */
    boolean isAskedAndOpen() {
        return askedAt != null && status.isOpen();
    }

    /** Records that the student withdrew the contact details. The time of the request to look stays. */
    CaseEvent withdrawContact(Instant at) {
        return recordChange(CaseEvent.WITHDREW, CaseEvent.STUDENT, at, "", "");
    }

    /** Records that the contact details were erased after the retention period. The time of the last change stays. */
    CaseEvent expireContact(Instant at) {
        eventCount++;
        return new CaseEvent(id(), CaseEvent.EXPIRED, CaseEvent.CLOCK, at, "", "");
    }

    /** Returns the types of actions that advisors can perform in the current state. */
    Set<CaseAction.Type> allowedActions() {
        return Stream.of(CaseAction.Type.values())
                .filter(type -> type.isAllowedFor(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseAction.Type.class)));
    }

    /**
     * Performs an action.
     *
     * @param action the action
     * @param advisor the username of the advisor who performs it
     * @param at when it is performed
     * @return the entry for the timeline
     * @throws IllegalStateException if the case does not allow the action in its current state
     */
    CaseEvent perform(CaseAction action, String advisor, Instant at) {
        if (!action.type().isAllowedFor(this)) {
            throw new IllegalStateException(
                    "A case with status " + status + " does not allow the action " + action.type());
        }
        var change = action.applyTo(this, advisor, at);
        return recordChange(action.type().toString(), advisor, at, change.from(), change.to());
    }

    boolean isNotClosed() {
        return status != CaseStatus.CLOSED;
    }

    CaseAction.Change assign(String username) {
        var before = assignee().orElse("");
        assignee = username;
        if (status == CaseStatus.NEW) {
            status = CaseStatus.IN_REVIEW;
        }
        return new CaseAction.Change(before, username);
    }

    CaseAction.Change unassign() {
        var before = assignee().orElse("");
        assignee = null;
        if (status == CaseStatus.IN_REVIEW) {
            status = CaseStatus.NEW;
        }
        return new CaseAction.Change(before, "");
    }

    CaseAction.Change decide(AdvisorDecision newDecision) {
        var before = decisionCodes();
        decision = newDecision;
        outcome = DecisionOutcome.of(newDecision, firstTrack(), secondTrack());
        assignee = newDecision.author();
        status = CaseStatus.DECIDED;
        return new CaseAction.Change(before, decisionCodes());
    }

    CaseAction.Change clearDecision() {
        var before = decisionCodes();
        decision = null;
        outcome = DecisionOutcome.NONE;
        status = statusWhenOpen();
        return new CaseAction.Change(before, "");
    }

    CaseAction.Change close() {
        return changeStatus(CaseStatus.CLOSED);
    }

    CaseAction.Change reopen() {
        return changeStatus(statusWhenOpen());
    }

    private CaseAction.Change changeStatus(CaseStatus to) {
        var before = status;
        status = to;
        return new CaseAction.Change(before.toString(), to.toString());
    }

    private CaseStatus statusWhenOpen() {
        if (decision != null) {
            return CaseStatus.DECIDED;
        }
        return assignee == null ? CaseStatus.NEW : CaseStatus.IN_REVIEW;
    }

    /** Returns the decision for the timeline: the codes of the two tracks and of the reason, separated by spaces. */
    private String decisionCodes() {
        if (decision == null) {
            return "";
        }
        var reason = decision.reason();
        return decision.first() + " " + decision.second() + (reason == null ? "" : " " + reason);
    }

    private CaseEvent recordChange(String type, String actor, Instant at, String from, String to) {
        eventCount++; // so that every event creates a new version, even one that changes nothing else
        changedAt = at.truncatedTo(ChronoUnit.MILLIS);
        waitingSince = status.isOpen() ? askedAt : null;
        active = isActive();
        return new CaseEvent(id(), type, actor, at, from, to);
    }

    /**
     * Returns whether there is something to do: the student is waiting, or an advisor has taken the case. A closed exam
     * needs no condition of its own: it matters only where there is a contact to inform, and only a student who asks
     * leaves one.
     */
    private boolean isActive() {
        return status.isOpen() && (askedAt != null || assignee != null);
    }

    /** Returns the primary key. */
    Long id() {
        return Objects.requireNonNull(id, "The case is not saved yet");
    }

    String publicId() {
        return publicId;
    }

    String shareId() {
        return shareId;
    }

    String reference() {
        return reference;
    }

    Optional<Cohort> cohort() {
        return Optional.ofNullable(cohort).map(Cohort::new);
    }

    Instant openedAt() {
        return openedAt;
    }

    LocalDate asOf() {
        return asOf;
    }

    int documentId() {
        return documentId;
    }

    Optional<AdvisorDecision> decision() {
        return Optional.ofNullable(decision);
    }

    /** Returns whether the timeline is empty. */
    boolean hasNoEvents() {
        return eventCount == 0;
    }

    CaseStatus status() {
        return status;
    }

    Optional<String> assignee() {
        return Optional.ofNullable(assignee);
    }

    Optional<Instant> askedAt() {
        return Optional.ofNullable(askedAt);
    }

    int version() {
        return version;
    }
}
