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

/** The columns of a row: what is read of a case for a list. */
final class CaseRowProjection {

    private static final String NAME = "name";
    private static final List<String> OF_THE_CASE = List.of(
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

    private final CasePredicates conditions;

    CaseRowProjection(CasePredicates conditions) {
        this.conditions = conditions;
    }

    List<Selection<?>> selection() {
        var columns = new ArrayList<Selection<?>>();
        OF_THE_CASE.forEach(name -> columns.add(conditions.cases().get(name).alias(name)));
        columns.add(conditions.contacts().get(NAME).alias(NAME));
        var review = conditions.cases().get("decision");
        columns.add(review.get("first").alias("reviewedFirst"));
        columns.add(review.get("second").alias("reviewedSecond"));
        Arrays.stream(AttentionReason.values())
                .forEach(why -> columns.add(flag(why).alias(why.toString())));
        return columns;
    }

    CaseRow row(Tuple read) {
        return new CaseRow(
                read.get("id", Long.class),
                text(read, "publicId"),
                read.get("version", Integer.class),
                text(read, "reference"),
                text(read, NAME),
                read.get("openedAt", Instant.class),
                Optional.ofNullable(read.get("askedAt", Instant.class)),
                read.get("changedAt", Instant.class),
                read.get("status", CaseStatus.class),
                Optional.ofNullable(read.get("assignee", String.class)),
                text(read, "firstTrack"),
                text(read, "secondTrack"),
                text(read, "firmness"),
                read.get("leadPoints", Integer.class),
                codes(text(read, "employerCloud")),
                text(read, "targetIndustry"),
                text(read, "roleFocus"),
                text(read, "mlBackground"),
                text(read, "firstExam"),
                text(read, "secondExam"),
                text(read, "reviewedFirst"),
                text(read, "reviewedSecond"),
                why(read));
    }

    private Expression<Integer> flag(AttentionReason why) {
        var builder = conditions.builder();
        return builder.<Integer>selectCase().when(conditions.is(why), 1).otherwise(0);
    }

    private static Set<AttentionReason> why(Tuple read) {
        var found = EnumSet.noneOf(AttentionReason.class);
        for (AttentionReason why : AttentionReason.values()) {
            if (read.get(why.toString(), Integer.class) == 1) {
                found.add(why);
            }
        }
        return found;
    }

    private static List<String> codes(String kept) {
        return Arrays.stream(kept.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static String text(Tuple read, String name) {
        @Nullable String text = read.get(name, String.class);
        return Objects.requireNonNullElse(text, "");
    }
}
