package dev.certpath.cases.search;

import dev.certpath.cases.AdvisorDecision_;
import dev.certpath.cases.Case;
import dev.certpath.cases.Case_;
import dev.certpath.cases.CodeColumn;
import dev.certpath.cases.Contact_;
import jakarta.persistence.Tuple;
import jakarta.persistence.TupleElement;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Selection;
import jakarta.persistence.metamodel.SingularAttribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Selects the columns of a {@link CaseRow} and reads them from a tuple. */
final class CaseRowProjection {

    private final CasePredicates predicates;
    private final Path<String> name;
    private final Path<String> decidedFirst;
    private final Path<String> decidedSecond;
    private final Path<String> reason;
    private final Path<String> author;
    private final Path<Instant> decidedAt;
    private final Path<String> cohort;
    private final Map<AttentionReason, Expression<Integer>> attentionFlags = new EnumMap<>(AttentionReason.class);

    CaseRowProjection(CasePredicates predicates) {
        this.predicates = predicates;
        var decision = predicates.root().get(Case_.decision);
        this.name = predicates.contacts().get(Contact_.name);
        this.decidedFirst = decision.get(AdvisorDecision_.first);
        this.decidedSecond = decision.get(AdvisorDecision_.second);
        this.reason = decision.get(AdvisorDecision_.reason);
        this.author = decision.get(AdvisorDecision_.author);
        this.decidedAt = decision.get(AdvisorDecision_.at);
        this.cohort = predicates.root().get(Case_.cohort);
        for (AttentionReason reason : AttentionReason.values()) {
            attentionFlags.put(
                    reason,
                    predicates
                            .builder()
                            .<Integer>selectCase()
                            .when(predicates.hasAttentionReason(reason), 1)
                            .otherwise(0));
        }
    }

    List<Selection<?>> selection() {
        var columns = new ArrayList<Selection<?>>();
        caseAttributes().map(predicates.root()::get).forEach(columns::add);
        columns.addAll(List.of(name, decidedFirst, decidedSecond, reason, author, decidedAt, cohort));
        columns.addAll(attentionFlags.values());
        return columns;
    }

    CaseRow toRow(Tuple tuple) {
        return new CaseRow(
                value(tuple, Case_.id),
                value(tuple, Case_.publicId),
                value(tuple, Case_.version),
                value(tuple, Case_.reference),
                text(tuple, name),
                value(tuple, Case_.openedAt),
                Optional.ofNullable(tuple.get(column(Case_.askedAt))),
                value(tuple, Case_.changedAt),
                value(tuple, Case_.status),
                Optional.ofNullable(tuple.get(column(Case_.assignee))),
                value(tuple, Case_.firstTrack),
                value(tuple, Case_.secondTrack),
                value(tuple, Case_.firmness),
                value(tuple, Case_.leadPoints),
                CodeColumn.splitAnswers(value(tuple, Case_.answers)),
                value(tuple, Case_.firstExam),
                value(tuple, Case_.secondExam),
                decision(tuple),
                text(tuple, cohort),
                attentionReasons(tuple));
    }

    private Optional<CaseRow.Decision> decision(Tuple tuple) {
        return Optional.ofNullable(tuple.get(decidedAt))
                .map(at -> new CaseRow.Decision(
                        text(tuple, decidedFirst),
                        text(tuple, decidedSecond),
                        text(tuple, reason),
                        text(tuple, author),
                        at));
    }

    private static Stream<SingularAttribute<? super Case, ?>> caseAttributes() {
        return Stream.of(
                Case_.id,
                Case_.publicId,
                Case_.version,
                Case_.reference,
                Case_.openedAt,
                Case_.askedAt,
                Case_.changedAt,
                Case_.status,
                Case_.assignee,
                Case_.firstTrack,
                Case_.secondTrack,
                Case_.firmness,
                Case_.leadPoints,
                Case_.answers,
                Case_.firstExam,
                Case_.secondExam);
    }

    /** The selected column of an attribute: Hibernate returns the same path for the same attribute. */
    private <Y> Path<Y> column(SingularAttribute<? super Case, Y> attribute) {
        return predicates.root().get(attribute);
    }

    private <Y> Y value(Tuple tuple, SingularAttribute<? super Case, Y> attribute) {
        return tuple.get(column(attribute));
    }

    private Set<AttentionReason> attentionReasons(Tuple tuple) {
        var reasons = EnumSet.noneOf(AttentionReason.class);
        attentionFlags.forEach((reason, flag) -> {
            if (tuple.get(flag) == 1) {
                reasons.add(reason);
            }
        });
        return reasons;
    }

    private static String text(Tuple tuple, TupleElement<String> column) {
        @Nullable String text = tuple.get(column);
        return Objects.requireNonNullElse(text, "");
    }
}
