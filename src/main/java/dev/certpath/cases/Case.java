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
import org.jspecify.annotations.Nullable;

/** One saved recommendation, and the review that an advisor wrote of it. */
@Entity
@Table(name = "cases")
public class Case extends SearchableRecommendation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String address;
    private String reference;
    private Instant openedAt;
    private LocalDate asOf;

    @Column(name = "document")
    private String documentDigest;

    private @Nullable String requestKey;
    private @Nullable String requestBody;

    @Embedded
    private @Nullable AdvisorDecision review;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    private @Nullable String assignee;
    private @Nullable Instant askedAt;

    /** What an index leads by; it follows from the status and from when the student asked. */
    @Column(name = "waiting_since")
    private @Nullable Instant waitingSince;

    /** What an index leads by; it follows from the status, from the student's asking and from who has the case. */
    @Column(name = "needs_someone")
    private boolean needsSomeone;

    @Column(name = "changed_at")
    private Instant changedAt;

    private int acts;

    @Version
    private int version;

    protected Case() {}

    /** Opens a case for what was just recommended. */
    Case(Recommendation recommendation, String documentDigest, Instant openedAt) {
        super(recommendation);
        this.address = CaseIdGenerator.newAddress();
        this.reference = CaseIdGenerator.newReference();
        this.openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        this.asOf = recommendation.asOf();
        this.documentDigest = documentDigest;
        this.status = CaseStatus.NEW;
        this.changedAt = this.openedAt;
    }

    /** Remembers the request that opened it, so that the same request again finds it. */
    void openedBy(IdempotencyKey request) {
        requestKey = request.key();
        requestBody = request.body();
    }

    /** Whether that request is the one that opened it, rather than another one with the same key. */
    boolean wasOpenedBy(IdempotencyKey request) {
        return request.key().equals(requestKey) && request.body().equals(requestBody);
    }

    /** Its student asks an advisor to look at it. Asking again changes nothing of when it began to wait. */
    CaseEvent ask(Instant at) {
        if (askedAt == null) {
            askedAt = at.truncatedTo(ChronoUnit.MILLIS);
        }
        return changed(CaseEvent.ASKED, CaseEvent.STUDENT, at, "", "");
    }

    /** Its student takes back who they are. That they asked stays known. */
    CaseEvent withdraw(Instant at) {
        return changed(CaseEvent.WITHDREW, CaseEvent.STUDENT, at, "", "");
    }

    /** Who asked was kept long enough. Nobody acted: when it last changed stays as it was. */
    CaseEvent contactExpired(Instant at) {
        acts++;
        return new CaseEvent(id(), CaseEvent.EXPIRED, CaseEvent.CLOCK, at, "", "");
    }

    /** What can be done with it as it stands. */
    Set<CaseAction.Kind> allowed() {
        var moves = EnumSet.of(CaseAction.Kind.NOTE, CaseAction.Kind.MESSAGE);
        if (status == CaseStatus.CLOSED) {
            moves.add(CaseAction.Kind.REOPEN);
            return moves;
        }
        moves.addAll(EnumSet.of(
                CaseAction.Kind.TAKE, CaseAction.Kind.ASSIGN, CaseAction.Kind.DECIDE, CaseAction.Kind.CLOSE));
        if (assignee != null) {
            moves.add(CaseAction.Kind.GIVE_BACK);
        }
        if (review != null) {
            moves.add(CaseAction.Kind.CLEAR_DECISION);
        }
        return moves;
    }

    /**
     * Makes a move, if it is allowed.
     *
     * @param move what to do
     * @param who the advisor who does it
     * @param at when
     * @return the entry for the timeline
     * @throws CaseActionNotAllowedException when the case does not allow it as it stands
     */
    CaseEvent make(CaseAction move, String who, Instant at) {
        if (!allowed().contains(move.kind())) {
            throw new CaseActionNotAllowedException(move.kind(), status);
        }
        if (move instanceof CaseAction.Take) {
            return give(move, who, who, at);
        } else if (move instanceof CaseAction.Assign assign) {
            return give(move, assign.to(), who, at);
        } else if (move instanceof CaseAction.GiveBack) {
            return giveBack(move, who, at);
        } else if (move instanceof CaseAction.Decide decide) {
            return decide(decide, who, at);
        } else if (move instanceof CaseAction.ClearDecision) {
            return clearDecision(move, who, at);
        } else if (move instanceof CaseAction.Close) {
            return turn(move, CaseStatus.CLOSED, who, at);
        } else if (move instanceof CaseAction.Reopen) {
            return turn(move, statusWhenOpen(), who, at);
        }
        return changed(move.kind().toString(), who, at, "", "");
    }

    private CaseEvent give(CaseAction move, String to, String who, Instant at) {
        var before = Objects.requireNonNullElse(assignee, "");
        assignee = to;
        if (status == CaseStatus.NEW) {
            status = CaseStatus.IN_REVIEW;
        }
        return changed(move.kind().toString(), who, at, before, to);
    }

    private CaseEvent giveBack(CaseAction move, String who, Instant at) {
        var before = Objects.requireNonNullElse(assignee, "");
        assignee = null;
        if (status == CaseStatus.IN_REVIEW) {
            status = CaseStatus.NEW;
        }
        return changed(move.kind().toString(), who, at, before, "");
    }

    private CaseEvent decide(CaseAction.Decide decide, String who, Instant at) {
        var before = decision();
        review = new AdvisorDecision(
                decide.first(),
                decide.second(),
                decide.reason().isEmpty() ? null : decide.reason(),
                decide.words(),
                who,
                at);
        status = CaseStatus.DECIDED;
        return changed(decide.kind().toString(), who, at, before, decision());
    }

    private CaseEvent clearDecision(CaseAction move, String who, Instant at) {
        var before = decision();
        review = null;
        status = statusWhenOpen();
        return changed(move.kind().toString(), who, at, before, "");
    }

    private CaseEvent turn(CaseAction move, CaseStatus to, String who, Instant at) {
        var before = status;
        status = to;
        return changed(move.kind().toString(), who, at, before.toString(), to.toString());
    }

    private CaseStatus statusWhenOpen() {
        if (review != null) {
            return CaseStatus.DECIDED;
        }
        return assignee == null ? CaseStatus.NEW : CaseStatus.IN_REVIEW;
    }

    /** The decision in a few words of data: the two tracks and the reason. */
    private String decision() {
        if (review == null) {
            return "";
        }
        var reason = review.reason();
        return review.first() + " " + review.second() + (reason == null ? "" : " " + reason);
    }

    private CaseEvent changed(String what, String who, Instant at, String from, String to) {
        acts++; // so that every act makes a new version, even one that changes nothing else
        changedAt = at.truncatedTo(ChronoUnit.MILLIS);
        waitingSince = status.isOpen() ? askedAt : null;
        needsSomeone = needsSomeone();
        return new CaseEvent(id(), what, who, at, from, to);
    }

    /**
     * Whether an advisor has to do something: its student is waiting, or someone has taken it. That an exam which it
     * names has closed is the business of an open case only where there is a contact to tell, and only who asks leaves
     * one, so such a case is among those whose student is waiting.
     */
    private boolean needsSomeone() {
        return status.isOpen() && (askedAt != null || assignee != null);
    }

    /** Its number; every case that was saved has one. */
    Long id() {
        return Objects.requireNonNull(id, "not saved yet");
    }

    String address() {
        return address;
    }

    String reference() {
        return reference;
    }

    Instant openedAt() {
        return openedAt;
    }

    LocalDate asOf() {
        return asOf;
    }

    String documentDigest() {
        return documentDigest;
    }

    Optional<AdvisorDecision> review() {
        return Optional.ofNullable(review);
    }

    /** Whether nobody has asked anything of it or done anything with it since it was opened. */
    boolean isUntouched() {
        return acts == 0;
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
