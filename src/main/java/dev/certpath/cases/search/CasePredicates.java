package dev.certpath.cases.search;

import dev.certpath.cases.AdvisorDecision_;
import dev.certpath.cases.Case;
import dev.certpath.cases.CaseReference;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.Case_;
import dev.certpath.cases.Contact;
import dev.certpath.cases.Contact_;
import dev.certpath.guide.ExamClosures;
import dev.certpath.recommend.Recommendation.Firmness;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.SingularAttribute;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Builds the predicates of a query for cases. Filters, attention reasons and statistics share them, so that they agree.
 * User input is always a query parameter, never part of the query text.
 */
public final class CasePredicates {

    private static final char ESCAPE = '\\';

    private final CriteriaBuilder builder;
    private final Root<Case> root;
    private final ExamClosures closures;
    private @Nullable Join<Case, Contact> contacts;

    /**
     * Creates the predicates of one query.
     *
     * @param builder the criteria builder
     * @param root the root of the query
     * @param closures the exams that have closed or will close
     */
    public CasePredicates(CriteriaBuilder builder, Root<Case> root, ExamClosures closures) {
        this.builder = builder;
        this.root = root;
        this.closures = closures;
    }

    public CriteriaBuilder builder() {
        return builder;
    }

    public Root<Case> root() {
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
    public Predicate matches(CaseFilter filter) {
        var predicates = new ArrayList<Predicate>();
        addReviewPredicates(filter, predicates);
        addRecommendationPredicates(filter, predicates);
        filter.openedFrom().map(this::isOpenedOnOrAfter).ifPresent(predicates::add);
        filter.openedTo()
                .map(day -> builder.not(isOpenedOnOrAfter(day.plusDays(1))))
                .ifPresent(predicates::add);
        if (!filter.text().isEmpty()) {
            predicates.add(containsText(filter.text()));
        }
        return builder.and(predicates.toArray(Predicate[]::new));
    }

    private void addReviewPredicates(CaseFilter filter, List<Predicate> predicates) {
        if (filter.needsAttention()) {
            predicates.add(needsAttention());
        }
        if (!filter.statuses().isEmpty()) {
            predicates.add(hasStatusIn(filter.statuses()));
        }
        filter.attention().map(this::hasAttentionReason).ifPresent(predicates::add);
        filter.assignee().map(this::hasAssignee).ifPresent(predicates::add);
        filter.decision().map(this::hasDecision).ifPresent(predicates::add);
        if (!filter.decisionReason().isEmpty()) {
            predicates.add(isOverruledWithReason(filter.decisionReason()));
        }
    }

    private void addRecommendationPredicates(CaseFilter filter, List<Predicate> predicates) {
        addEqual(Case_.firstTrack, filter.firstTrack(), predicates);
        addEqual(Case_.firmness, filter.firmness(), predicates);
        addEqual(Case_.targetIndustry, filter.industry(), predicates);
        addEqual(Case_.roleFocus, filter.role(), predicates);
        if (!filter.employer().isEmpty()) {
            predicates.add(hasEmployerCloud(filter.employer()));
        }
        if (!filter.rule().isEmpty()) {
            predicates.add(hasRule(filter.rule()));
        }
    }

    /** The case may need an advisor's attention for a reason. */
    Predicate hasAttentionReason(AttentionReason reason) {
        return switch (reason) {
            case STUDENT_ASKED -> builder.and(needsAttention(), isWaiting());
            case EXAM_ENDS ->
                recommendsAnyOf(Stream.concat(closures.closed().keySet().stream(), closures.closing().keySet().stream())
                        .toList());
            case TIE -> hasFirmness(Firmness.Level.TIE);
            case CLOSE_CALL -> hasFirmness(Firmness.Level.CLOSE);
            case SEVERAL_FIRSTS -> builder.greaterThan(root.get(Case_.possibleFirsts), 1);
            case OVERRULED -> hasDecision(DecisionFilter.OTHERWISE);
        };
    }

    private Predicate hasFirmness(Firmness.Level level) {
        return builder.equal(root.get(Case_.firmness), level.toString());
    }

    /** The case needs attention: see {@link Case#needsAttention}. Fewer cases do than have an attention reason. */
    Predicate needsAttention() {
        return builder.isTrue(root.get(Case_.needsAttention));
    }

    /** The case comes after a position of a segment. */
    Predicate isAfter(KeysetPosition position, KeysetSegment segment) {
        var key = segment.keys().get(0);
        // Redundant, but databases need it to seek to the position in the index.
        var atOrAfter = key.isAtOrAfter(position.keys().get(0), segment.ascending(), root, builder);
        return builder.and(atOrAfter, isAfter(position, segment, 0));
    }

    private Predicate isAfter(KeysetPosition position, KeysetSegment segment, int depth) {
        var key = segment.keys().get(depth);
        long number = position.keys().get(depth);
        var isAfter = key.isAfter(number, segment.ascending(), root, builder);
        if (depth + 1 == segment.keys().size()) {
            return isAfter;
        }
        var isEqual = key.isEqual(number, root, builder);
        return builder.or(isAfter, builder.and(isEqual, isAfter(position, segment, depth + 1)));
    }

    /** The case belongs to a segment. */
    Predicate isIn(KeysetSegment segment) {
        return switch (segment.waiting()) {
            case WAITING -> isWaiting();
            // Nearly all cases match. As a plain condition it would make databases use its index and sort the rows.
            case NOT_WAITING ->
                builder.equal(builder.<Integer>selectCase().when(isWaiting(), 1).otherwise(0), 0);
            case ANY -> builder.conjunction();
        };
    }

    private Predicate isWaiting() {
        return root.get(Case_.waitingSince).isNotNull();
    }

    private Predicate hasAssignee(AssigneeFilter filter) {
        var assignee = root.get(Case_.assignee);
        // Most cases have no assignee: an index on it would return nearly all of them, unsorted.
        return filter.username()
                .map(username -> builder.equal(assignee, username))
                .orElseGet(() -> builder.equal(builder.coalesce(assignee, ""), ""));
    }

    /** A case in review always needs attention; the extra condition selects among these few cases first. */
    private Predicate hasStatusIn(Set<CaseStatus> statuses) {
        var hasStatus = root.get(Case_.status).in(statuses);
        return statuses.equals(Set.of(CaseStatus.IN_REVIEW)) ? builder.and(needsAttention(), hasStatus) : hasStatus;
    }

    private Predicate recommendsAnyOf(Collection<String> exams) {
        return exams.isEmpty()
                ? builder.disjunction()
                : builder.or(
                        root.get(Case_.firstExam).in(exams),
                        root.get(Case_.secondExam).in(exams));
    }

    /** An advisor decided on the case in a certain way. */
    public Predicate hasDecision(DecisionFilter filter) {
        var decision = root.get(Case_.decision);
        var isDecided = decision.get(AdvisorDecision_.first).isNotNull();
        return switch (filter) {
            case ANY -> isDecided;
            case OTHERWISE ->
                builder.and(
                        isDecided,
                        builder.or(
                                builder.notEqual(decision.get(AdvisorDecision_.first), root.get(Case_.firstTrack)),
                                builder.notEqual(decision.get(AdvisorDecision_.second), root.get(Case_.secondTrack))));
            case AGREED ->
                builder.and(
                        isDecided,
                        builder.equal(decision.get(AdvisorDecision_.first), root.get(Case_.firstTrack)),
                        builder.equal(decision.get(AdvisorDecision_.second), root.get(Case_.secondTrack)));
        };
    }

    private Predicate isOverruledWithReason(String code) {
        var reason = root.get(Case_.decision).get(AdvisorDecision_.reason);
        return builder.and(
                hasDecision(DecisionFilter.OTHERWISE),
                code.equals(CaseFilter.NO_REASON) ? reason.isNull() : builder.equal(reason, code));
    }

    /** The column contains the codes of the rules with a space before and after each. */
    private Predicate hasRule(String code) {
        return builder.like(root.get(Case_.rules), "% " + escape(code) + " %", ESCAPE);
    }

    /** The column contains the codes of the platforms, separated by spaces. */
    private Predicate hasEmployerCloud(String code) {
        var clouds = root.get(Case_.employerCloud);
        if (code.equals(CaseFilter.EMPLOYER_NOT_KNOWN)) {
            return builder.equal(clouds, "");
        }
        var padded = builder.concat(" ", builder.concat(clouds, " "));
        return builder.like(padded, "% " + escape(code) + " %", ESCAPE);
    }

    private Predicate isOpenedOnOrAfter(LocalDate day) {
        return builder.greaterThanOrEqualTo(
                root.get(Case_.openedAt), day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private Predicate containsText(String text) {
        var columns = List.of(
                root.get(Case_.reference),
                contacts().get(Contact_.name),
                contacts().get(Contact_.email));
        var predicates = new ArrayList<Predicate>();
        columns.forEach(column -> predicates.add(containsIgnoringCase(column, text)));
        predicates.add(builder.equal(root.get(Case_.reference), CaseReference.normalize(text)));
        return builder.or(predicates.toArray(Predicate[]::new));
    }

    /** Both sides are lower-cased by the database, because its rules can differ from Java's. */
    private Predicate containsIgnoringCase(Expression<String> column, String text) {
        var pattern = builder.lower(bound("%" + escape(text) + "%"));
        return builder.like(builder.lower(column), pattern, ESCAPE);
    }

    /** A value that is a parameter of the query. {@code literal} would write it into the SQL. */
    private Expression<String> bound(String value) {
        return ((HibernateCriteriaBuilder) builder).value(value);
    }

    private void addEqual(SingularAttribute<? super Case, String> attribute, String code, List<Predicate> predicates) {
        if (!code.isEmpty()) {
            predicates.add(builder.equal(root.get(attribute), code));
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
