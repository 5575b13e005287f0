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
class Case extends FiledRecommendation {

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
    private @Nullable Review review;

    @Enumerated(EnumType.STRING)
    private Status status;

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
        this.address = CaseNames.newAddress();
        this.reference = CaseNames.newReference();
        this.openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        this.asOf = recommendation.asOf();
        this.documentDigest = documentDigest;
        this.status = Status.NEW;
        this.changedAt = this.openedAt;
    }

    /** Remembers the request that opened it, so that the same request again finds it. */
    void openedBy(RequestKey request) {
        requestKey = request.key();
        requestBody = request.body();
    }

    /** Whether that request is the one that opened it, rather than another one with the same key. */
    boolean wasOpenedBy(RequestKey request) {
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
    Set<Move.Kind> allowed() {
        var moves = EnumSet.of(Move.Kind.NOTE, Move.Kind.MESSAGE);
        if (status == Status.CLOSED) {
            moves.add(Move.Kind.REOPEN);
            return moves;
        }
        moves.addAll(EnumSet.of(Move.Kind.TAKE, Move.Kind.ASSIGN, Move.Kind.DECIDE, Move.Kind.CLOSE));
        if (assignee != null) {
            moves.add(Move.Kind.GIVE_BACK);
        }
        if (review != null) {
            moves.add(Move.Kind.CLEAR_DECISION);
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
     * @throws MoveNotAllowed when the case does not allow it as it stands
     */
    CaseEvent make(Move move, String who, Instant at) {
        if (!allowed().contains(move.kind())) {
            throw new MoveNotAllowed(move.kind(), status);
        }
        if (move instanceof Move.Take) {
            return give(move, who, who, at);
        } else if (move instanceof Move.Assign assign) {
            return give(move, assign.to(), who, at);
        } else if (move instanceof Move.GiveBack) {
            return giveBack(move, who, at);
        } else if (move instanceof Move.Decide decide) {
            return decide(decide, who, at);
        } else if (move instanceof Move.ClearDecision) {
            return clearDecision(move, who, at);
        } else if (move instanceof Move.Close) {
            return turn(move, Status.CLOSED, who, at);
        } else if (move instanceof Move.Reopen) {
            return turn(move, statusWhenOpen(), who, at);
        }
        return changed(move.kind().toString(), who, at, "", "");
    }

    private CaseEvent give(Move move, String to, String who, Instant at) {
        var before = Objects.requireNonNullElse(assignee, "");
        assignee = to;
        if (status == Status.NEW) {
            status = Status.IN_REVIEW;
        }
        return changed(move.kind().toString(), who, at, before, to);
    }

    private CaseEvent giveBack(Move move, String who, Instant at) {
        var before = Objects.requireNonNullElse(assignee, "");
        assignee = null;
        if (status == Status.IN_REVIEW) {
            status = Status.NEW;
        }
        return changed(move.kind().toString(), who, at, before, "");
    }

    private CaseEvent decide(Move.Decide decide, String who, Instant at) {
        var before = decision();
        review = new Review(
                decide.first(),
                decide.second(),
                decide.reason().isEmpty() ? null : decide.reason(),
                decide.words(),
                who,
                at);
        status = Status.DECIDED;
        return changed(decide.kind().toString(), who, at, before, decision());
    }

    private CaseEvent clearDecision(Move move, String who, Instant at) {
        var before = decision();
        review = null;
        status = statusWhenOpen();
        return changed(move.kind().toString(), who, at, before, "");
    }

    private CaseEvent turn(Move move, Status to, String who, Instant at) {
        var before = status;
        status = to;
        return changed(move.kind().toString(), who, at, before.toString(), to.toString());
    }

    private Status statusWhenOpen() {
        if (review != null) {
            return Status.DECIDED;
        }
        return assignee == null ? Status.NEW : Status.IN_REVIEW;
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

    Optional<Review> review() {
        return Optional.ofNullable(review);
    }

    /** Whether nobody has asked anything of it or done anything with it since it was opened. */
    boolean isUntouched() {
        return acts == 0;
    }

    Status status() {
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
