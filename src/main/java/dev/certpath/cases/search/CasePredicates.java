package dev.certpath.cases.search;

import dev.certpath.cases.AdvisorDecision_;
import dev.certpath.cases.Case;
import dev.certpath.cases.CaseReference;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.Case_;
import dev.certpath.cases.Contact;
import dev.certpath.cases.Contact_;
import dev.certpath.cases.DecisionOutcome;
import dev.certpath.cases.Message;
import dev.certpath.cases.Message_;
import dev.certpath.guide.ExamClosures;
import dev.certpath.text.SearchText;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the predicates of a query for cases. Filters, attention reasons and statistics share them, so that they agree.
 * User input is always a query parameter, never part of the query text.
 */
final class CasePredicates {

    private final CriteriaBuilder builder;
    private final Root<Case> root;
    private final RecommendationPredicates recommendation;
    private @Nullable Join<Case, Contact> contacts;

    /**
     * Creates the predicates of one query.
     *
     * @param builder the criteria builder
     * @param root the root of the query
     * @param closures the exams that have closed or will close
     */
    CasePredicates(CriteriaBuilder builder, Root<Case> root, ExamClosures closures) {
        this.builder = builder;
        this.root = root;
        this.recommendation = RecommendationPredicates.ofCase(builder, root, closures);
    }

    CriteriaBuilder builder() {
        return builder;
    }

    Root<Case> root() {
        return root;
    }

    /** The students' contact details, joined on first use. */
    Join<Case, Contact> contacts() {
        if (contacts == null) {
            contacts = root.join(Contact.class, JoinType.LEFT);
            contacts.on(builder.equal(contacts.get(Contact_.caseId), root.get(Case_.id)));
        }
        return contacts;
    }

    /** The case meets all criteria of a filter. */
    Predicate matches(CaseFilter filter) {
        var predicates = new ArrayList<>(recommendation.matching(filter));
        predicates.addAll(selective(filter));
        if (!filter.statuses().isEmpty()) {
            predicates.add(root.get(Case_.status).in(filter.statuses()));
        }
        if (filter.assignee().equals(Optional.of(AssigneeFilter.UNASSIGNED))) {
            predicates.add(isUnassigned());
        }
        if (filter.needsAttention()) {
            predicates.add(isWaiting());
            predicates.add(hasNobody(filter.absentAdvisors()));
        }
        if (!filter.text().isEmpty()) {
            predicates.add(containsText(filter.text()));
        }
        return and(predicates);
    }

    /**
     * The criteria of a filter that an index leads to, and that often only few cases meet. A case in review is always
     * active, and so is one whose student waits.
     */
    List<Predicate> selective(CaseFilter filter) {
        var predicates = new ArrayList<Predicate>();
        if (filter.needsAttention() || filter.statuses().equals(Set.of(CaseStatus.IN_REVIEW))) {
            predicates.add(isActive());
        }
        filter.assignee()
                .flatMap(AssigneeFilter::username)
                .ifPresent(username -> predicates.add(builder.equal(root.get(Case_.assignee), username)));
        filter.attention().flatMap(this::hasReasonOfReview).ifPresent(predicates::add);
        filter.decision().map(this::hasDecision).ifPresent(predicates::add);
        if (!filter.decisionReason().isEmpty()) {
            predicates.add(isOverruledWithReason(filter.decisionReason()));
        }
        if (!filter.cohort().isEmpty()) {
            predicates.add(builder.equal(root.get(Case_.cohort), filter.cohort()));
        }
        isOpenedIn(filter).ifPresent(predicates::add);
        return predicates;
    }

    /** The case may need an advisor's attention for a reason. */
    Predicate hasAttentionReason(AttentionReason reason) {
        return hasReasonOfReview(reason)
                .or(() -> recommendation.hasAttentionReason(reason))
                .orElseThrow();
    }

    /** An attention reason applies; empty if it depends on the recommendation alone. */
    private Optional<Predicate> hasReasonOfReview(AttentionReason reason) {
        return switch (reason) {
            case STUDENT_ASKED -> Optional.of(builder.and(isActive(), isWaiting()));
            case OVERRULED -> Optional.of(hasOutcome(DecisionOutcome.OTHERWISE));
            case EXAM_ENDS, TIE, CLOSE_CALL, SEVERAL_FIRSTS -> Optional.empty();
        };
    }

    /** The case is active: see {@link Case#isActive}. Few cases are. */
    private Predicate isActive() {
        return builder.isTrue(root.get(Case_.active));
    }

    /**
     * The case comes after a position of a segment, and has the same values as the position in a number of leading sort
     * keys. Each such predicate is a range of an index; all of them together would not be.
     */
    Predicate isAfter(KeysetPosition position, KeysetSegment segment, int equalKeys) {
        var predicates = new ArrayList<Predicate>();
        for (int index = 0; index < equalKeys; index++) {
            predicates.add(segment.keys().get(index).isEqual(position.keys().get(index), root, builder));
        }
        predicates.add(segment.keys()
                .get(equalKeys)
                .isAfter(position.keys().get(equalKeys), segment.ascending(), root, builder));
        return and(predicates);
    }

    /** The case belongs to a segment. */
    Predicate isIn(KeysetSegment segment) {
        return switch (segment.waiting()) {
            case WAITING -> isWaiting();
            case NOT_WAITING -> root.get(Case_.waitingSince).isNull();
            case ANY -> builder.conjunction();
        };
    }

    private Predicate isWaiting() {
        return root.get(Case_.waitingSince).isNotNull();
    }

    /** Most cases have no assignee: the index would return nearly all of them, unsorted. */
    private Predicate isUnassigned() {
        return builder.equal(builder.coalesce(root.get(Case_.assignee), ""), "");
    }

    /** Nobody has the case, or an advisor who does not work on it. */
    private Predicate hasNobody(Set<String> absentAdvisors) {
        return absentAdvisors.isEmpty()
                ? isUnassigned()
                : builder.or(isUnassigned(), root.get(Case_.assignee).in(absentAdvisors));
    }

    private Predicate hasDecision(DecisionFilter filter) {
        return switch (filter) {
            case AGREED -> hasOutcome(DecisionOutcome.AGREED);
            case OTHERWISE -> hasOutcome(DecisionOutcome.OTHERWISE);
            case ANY -> root.get(Case_.outcome).in(DecisionOutcome.AGREED, DecisionOutcome.OTHERWISE);
        };
    }

    private Predicate hasOutcome(DecisionOutcome outcome) {
        return builder.equal(root.get(Case_.outcome), outcome);
    }

    private Predicate isOverruledWithReason(String code) {
        var reason = root.get(Case_.decision).get(AdvisorDecision_.reason);
        return builder.and(
                hasOutcome(DecisionOutcome.OTHERWISE),
                code.equals(CaseFilter.NO_REASON) ? reason.isNull() : builder.equal(reason, code));
    }

    private Optional<Predicate> isOpenedIn(CaseFilter filter) {
        var from = filter.openedFrom().map(this::isOpenedOnOrAfter);
        var to = filter.openedTo().map(day -> builder.not(isOpenedOnOrAfter(day.plusDays(1))));
        return from.map(start -> to.map(end -> builder.and(start, end)).orElse(start))
                .or(() -> to);
    }

    private Predicate isOpenedOnOrAfter(LocalDate day) {
        return builder.greaterThanOrEqualTo(
                root.get(Case_.openedAt), day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private Predicate containsText(String text) {
        var pattern = LikePattern.containing(SearchText.fold(text));
        var isInContact = pattern.matches(contacts().get(Contact_.searchText), builder);
        var isWritten = builder.or(isInContact, isInMessage(pattern));
        return hasReference(text)
                .map(hasReference -> builder.or(hasReference, isWritten))
                .orElse(isWritten);
    }

    private Predicate isInMessage(LikePattern pattern) {
        var messages = builder.createQuery().subquery(Long.class);
        var message = messages.from(Message.class);
        messages.select(message.get(Message_.caseId))
                .where(
                        builder.equal(message.get(Message_.caseId), root.get(Case_.id)),
                        pattern.matches(message.get(Message_.searchText), builder));
        return builder.exists(messages);
    }

    /** The reference starts with a text; empty if none can. A range, so that the index of references can be used. */
    Optional<Predicate> hasReference(String text) {
        return CaseReference.startingWith(text)
                .map(range -> builder.between(root.get(Case_.reference), range.first(), range.last()));
    }

    private Predicate and(List<Predicate> predicates) {
        return builder.and(predicates.toArray(Predicate[]::new));
    }
}
