package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Selects the columns of a {@link CaseRow} and reads them from a tuple. */
final class CaseRowProjection {

    private static final String NAME = "name";
    private static final List<String> CASE_ATTRIBUTES = List.of(
            "id",
            "publicId",
            "version",
            "reference",
            "openedAt",
            "askedAt",
            "changedAt",
            "status",
            "assignee",
            "firstTrack",
            "secondTrack",
            "firmness",
            "leadPoints",
            "employerCloud",
            "targetIndustry",
            "roleFocus",
            "mlBackground",
            "firstExam",
            "secondExam");

    private final CasePredicates predicates;

    CaseRowProjection(CasePredicates predicates) {
        this.predicates = predicates;
    }

    List<Selection<?>> selection() {
        var columns = new ArrayList<Selection<?>>();
        CASE_ATTRIBUTES.forEach(name -> columns.add(predicates.root().get(name).alias(name)));
        columns.add(predicates.contacts().get(NAME).alias(NAME));
        var decision = predicates.root().get("decision");
        columns.add(decision.get("first").alias("decidedFirst"));
        columns.add(decision.get("second").alias("decidedSecond"));
        Arrays.stream(AttentionReason.values())
                .forEach(reason -> columns.add(flag(reason).alias(reason.toString())));
        return columns;
    }

    CaseRow toRow(Tuple tuple) {
        return new CaseRow(
                tuple.get("id", Long.class),
                text(tuple, "publicId"),
                tuple.get("version", Integer.class),
                text(tuple, "reference"),
                text(tuple, NAME),
                tuple.get("openedAt", Instant.class),
                Optional.ofNullable(tuple.get("askedAt", Instant.class)),
                tuple.get("changedAt", Instant.class),
                tuple.get("status", CaseStatus.class),
                Optional.ofNullable(tuple.get("assignee", String.class)),
                text(tuple, "firstTrack"),
                text(tuple, "secondTrack"),
                text(tuple, "firmness"),
                tuple.get("leadPoints", Integer.class),
                splitCodes(text(tuple, "employerCloud")),
                text(tuple, "targetIndustry"),
                text(tuple, "roleFocus"),
                text(tuple, "mlBackground"),
                text(tuple, "firstExam"),
                text(tuple, "secondExam"),
                text(tuple, "decidedFirst"),
                text(tuple, "decidedSecond"),
                attentionReasons(tuple));
    }

    private Expression<Integer> flag(AttentionReason reason) {
        var builder = predicates.builder();
        return builder.<Integer>selectCase()
                .when(predicates.hasAttentionReason(reason), 1)
                .otherwise(0);
    }

    private static Set<AttentionReason> attentionReasons(Tuple tuple) {
        var reasons = EnumSet.noneOf(AttentionReason.class);
        for (AttentionReason reason : AttentionReason.values()) {
            if (tuple.get(reason.toString(), Integer.class) == 1) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    private static List<String> splitCodes(String codes) {
        return Arrays.stream(codes.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static String text(Tuple tuple, String alias) {
        @Nullable String text = tuple.get(alias, String.class);
        return Objects.requireNonNullElse(text, "");
    }
}
