package dev.certpath.cases.search;

import dev.certpath.cases.Case;
import dev.certpath.cases.CaseReference;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.Contact;
import dev.certpath.cases.search.CaseFilter.Holder;
import dev.certpath.cases.search.CaseSortOrder.Stretch;
import dev.certpath.guide.ExamClosures;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a case, as conditions of a query. Filters and labels are made of the same ones. Whatever someone
 * typed is a parameter, never part of the query's text.
 */
public final class CasePredicates {

    private static final char ESCAPE = '\\';

    private final CriteriaBuilder builder;
    private final Root<Case> cases;
    private final ExamClosures ends;
    private @Nullable Join<Case, Contact> contacts;

    /**
     * Conditions of a query.
     *
     * @param builder makes conditions
     * @param cases the cases asked for
     * @param ends the exams that have an end worth telling
     */
    public CasePredicates(CriteriaBuilder builder, Root<Case> cases, ExamClosures ends) {
        this.builder = builder;
        this.cases = cases;
        this.ends = ends;
    }

    public CriteriaBuilder builder() {
        return builder;
    }

    public Root<Case> cases() {
        return cases;
    }

    /** Who asked for them, where someone left it: joined by the first condition that is about it. */
    Join<Case, Contact> contacts() {
        if (contacts == null) {
            contacts = cases.join(Contact.class, JoinType.LEFT);
            contacts.on(builder.equal(contacts.get("caseId"), cases.get("id")));
        }
        return contacts;
    }

    /** Whether a filter lets a case through. */
    public Predicate letThrough(CaseFilter filter) {
        var all = new ArrayList<Predicate>();
        if (filter.needsSomeone()) {
            all.add(needsSomeone());
        }
        if (!filter.statuses().isEmpty()) {
            all.add(isOneOf(filter.statuses()));
        }
        filter.why().map(this::is).ifPresent(all::add);
        filter.holder().map(this::isHeldBy).ifPresent(all::add);
        equal(all, "firstTrack", filter.first());
        equal(all, "firmness", filter.firmness());
        equal(all, "targetIndustry", filter.industry());
        equal(all, "roleFocus", filter.role());
        if (!filter.employer().isEmpty()) {
            all.add(hasPlatform(filter.employer()));
        }
        filter.decided().map(this::isDecided).ifPresent(all::add);
        if (!filter.reason().isEmpty()) {
            all.add(isOverruledFor(filter.reason()));
        }
        if (!filter.rule().isEmpty()) {
            all.add(hasRule(filter.rule()));
        }
        filter.from().map(this::isOpenedFrom).ifPresent(all::add);
        filter.to().map(day -> builder.not(isOpenedFrom(day.plusDays(1)))).ifPresent(all::add);
        if (!filter.text().isEmpty()) {
            all.add(mentions(filter.text()));
        }
        return all(all);
    }

    /** What a label says. */
    Predicate is(AttentionReason why) {
        return switch (why) {
            case STUDENT_ASKED -> builder.and(needsSomeone(), isWaiting());
            case EXAM_ENDS ->
                namesOneOf(Stream.concat(ends.closed().keySet().stream(), ends.closing().keySet().stream())
                        .toList());
            case TIE -> builder.equal(cases.get("firmness"), "tie");
            case CLOSE_CALL -> builder.equal(cases.get("firmness"), "close");
            case SEVERAL_FIRSTS ->
                builder.greaterThan(cases.get("possibleFirsts").as(Integer.class), 1);
            case OVERRULED -> isDecided(DecisionFilter.OTHERWISE);
        };
    }

    /** Narrower than the labels, so that it stays short: see {@link Case#needsAttention}. */
    Predicate needsSomeone() {
        return builder.isTrue(cases.get("needsAttention").as(Boolean.class));
    }

    /** Whether a case comes after a place. */
    Predicate isAfter(KeysetPosition place, Stretch stretch) {
        var key = stretch.keys().get(0);
        // Says nothing new, but is what lets databases go straight to the place.
        var notBefore = key.isNotBefore(place.keys().get(0), stretch.ascending(), cases, builder);
        return builder.and(notBefore, isBeyond(place, stretch, 0));
    }

    /** Whether a case is in a stretch of an order. */
    Predicate isIn(Stretch stretch) {
        return switch (stretch.presence()) {
            case WAITING -> isWaiting();
            // Nearly all are: as a plain condition it would lead by an index of its own, and then sort them all.
            case NOT_WAITING ->
                builder.equal(builder.<Integer>selectCase().when(isWaiting(), 1).otherwise(0), 0);
            case ANY -> builder.conjunction();
        };
    }

    private Predicate isBeyond(KeysetPosition place, Stretch stretch, int depth) {
        var key = stretch.keys().get(depth);
        long number = place.keys().get(depth);
        var beyond = key.isBeyond(number, stretch.ascending(), cases, builder);
        if (depth + 1 == stretch.keys().size()) {
            return beyond;
        }
        return builder.or(beyond, builder.and(key.is(number, cases, builder), isBeyond(place, stretch, depth + 1)));
    }

    private Predicate isWaiting() {
        return cases.get("waitingSince").isNotNull();
    }

    private Predicate isHeldBy(Holder holder) {
        var assignee = cases.get("assignee").as(String.class);
        // Nobody has most of the cases: an index would lead through nearly all of them, and in no order.
        return holder.username()
                .map(name -> builder.equal(assignee, name))
                .orElseGet(() -> builder.equal(builder.coalesce(assignee, ""), ""));
    }

    /** Someone has whatever is in review, so that it is found among the few cases that need someone. */
    private Predicate isOneOf(Set<CaseStatus> statuses) {
        var isOne = cases.get("status").in(statuses);
        return statuses.equals(Set.of(CaseStatus.IN_REVIEW)) ? builder.and(needsSomeone(), isOne) : isOne;
    }

    private Predicate namesOneOf(Collection<String> exams) {
        return exams.isEmpty()
                ? builder.disjunction()
                : builder.or(
                        cases.get("firstExam").in(exams),
                        cases.get("secondExam").in(exams));
    }

    /** How an advisor decided, where one did. */
    public Predicate isDecided(DecisionFilter how) {
        var review = cases.get("decision");
        var decided = review.get("first").isNotNull();
        return switch (how) {
            case ANY -> decided;
            case OTHERWISE ->
                builder.and(
                        decided,
                        builder.or(
                                builder.notEqual(review.get("first"), cases.get("firstTrack")),
                                builder.notEqual(review.get("second"), cases.get("secondTrack"))));
            case AGREED ->
                builder.and(
                        decided,
                        builder.equal(review.get("first"), cases.get("firstTrack")),
                        builder.equal(review.get("second"), cases.get("secondTrack")));
        };
    }

    private Predicate isOverruledFor(String reason) {
        var given = cases.get("decision").get("reason");
        return builder.and(
                isDecided(DecisionFilter.OTHERWISE),
                reason.equals(CaseFilter.NO_REASON) ? given.isNull() : builder.equal(given, reason));
    }

    /** The codes of the rules are kept in one text, with a space around each. */
    private Predicate hasRule(String code) {
        return builder.like(cases.get("rules"), "% " + escaped(code) + " %", ESCAPE);
    }

    /** The codes of the platforms are kept in one text, with a space between. */
    private Predicate hasPlatform(String code) {
        var kept = cases.get("employerCloud").as(String.class);
        if (code.equals(CaseFilter.EMPLOYER_NOT_KNOWN)) {
            return builder.equal(kept, "");
        }
        var spaced = builder.concat(" ", builder.concat(kept, " "));
        return builder.like(spaced, "% " + escaped(code) + " %", ESCAPE);
    }

    private Predicate isOpenedFrom(LocalDate day) {
        return builder.greaterThanOrEqualTo(
                cases.get("openedAt"), day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private Predicate mentions(String text) {
        var places = List.of(
                cases.get("reference"), contacts().get("name"), contacts().get("email"));
        var found = new ArrayList<Predicate>();
        places.forEach(place -> found.add(has(place.as(String.class), text)));
        found.add(builder.equal(cases.get("reference"), CaseReference.normalize(text)));
        return builder.or(found.toArray(Predicate[]::new));
    }

    /** Small letters are the database's on both sides, so that they are the same ones. */
    private Predicate has(Expression<String> place, String text) {
        var pattern = builder.lower(builder.literal("%" + escaped(text) + "%"));
        return builder.like(builder.lower(place), pattern, ESCAPE);
    }

    private void equal(List<Predicate> all, String attribute, String code) {
        if (!code.isEmpty()) {
            all.add(builder.equal(cases.get(attribute), code));
        }
    }

    private Predicate all(List<Predicate> conditions) {
        return builder.and(conditions.toArray(Predicate[]::new));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
