package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A case as a test knows it, and what is true of it, told without a database. */
public record ExpectedCase(
        long number,
        String reference,
        Instant openedAt,
        Optional<Instant> askedAt,
        Instant changedAt,
        CaseStatus status,
        Optional<String> assignee,
        String first,
        String second,
        String firmness,
        int lead,
        int possibleFirsts,
        String firstExam,
        String secondExam,
        List<String> employer,
        String industry,
        String role,
        Optional<String> reviewedFirst,
        Optional<String> reviewedSecond,
        Optional<String> reason,
        List<String> rules,
        Optional<String> name,
        String email) {

    public boolean isOpen() {
        return status == CaseStatus.NEW || status == CaseStatus.IN_REVIEW;
    }

    public Optional<Instant> waitingSince() {
        return askedAt.filter(asked -> isOpen());
    }

    public boolean isOverruled() {
        return reviewedFirst.isPresent()
                && !(reviewedFirst.get().equals(first)
                        && reviewedSecond.orElseThrow().equals(second));
    }

    public LocalDate openedOn() {
        return LocalDate.ofInstant(openedAt, ZoneOffset.UTC);
    }

    public Set<AttentionReason> why(Set<String> closedExams) {
        var why = EnumSet.noneOf(AttentionReason.class);
        if (waitingSince().isPresent()) {
            why.add(AttentionReason.STUDENT_ASKED);
        }
        if (closedExams.contains(firstExam) || closedExams.contains(secondExam)) {
            why.add(AttentionReason.EXAM_ENDS);
        }
        if (lead == 0) {
            why.add(AttentionReason.TIE);
        }
        if (lead > 0 && lead <= 3) {
            why.add(AttentionReason.CLOSE_CALL);
        }
        if (possibleFirsts > 1) {
            why.add(AttentionReason.SEVERAL_FIRSTS);
        }
        if (isOverruled()) {
            why.add(AttentionReason.OVERRULED);
        }
        return why;
    }

    public boolean needsSomeone(Set<String> closedExams) {
        boolean someoneToTell =
                name.isPresent() && (closedExams.contains(firstExam) || closedExams.contains(secondExam));
        return isOpen() && (askedAt.isPresent() || assignee.isPresent() || someoneToTell);
    }

    public boolean fits(CaseFilter filter, Set<String> closedExams) {
        return (!filter.needsSomeone() || needsSomeone(closedExams))
                && (filter.statuses().isEmpty() || filter.statuses().contains(status))
                && filter.why().stream().allMatch(why(closedExams)::contains)
                && filter.holder().stream().allMatch(holder -> holder.username().equals(assignee))
                && isOrAny(filter.first(), first)
                && isOrAny(filter.firmness(), firmness)
                && isOrAny(filter.industry(), industry)
                && isOrAny(filter.role(), role)
                && fitsEmployer(filter.employer())
                && filter.decided().stream().allMatch(this::isDecided)
                && fitsReason(filter.reason())
                && (filter.rule().isEmpty() || rules.contains(filter.rule()))
                && filter.from().stream().noneMatch(openedOn()::isBefore)
                && filter.to().stream().noneMatch(openedOn()::isAfter)
                && fitsText(filter.text().toLowerCase(Locale.ROOT));
    }

    public static Comparator<ExpectedCase> by(CaseSortOrder order) {
        return switch (order) {
            case WAITING ->
                Comparator.<ExpectedCase, Instant>comparing(
                                known -> known.waitingSince().orElse(Instant.MAX))
                        .thenComparing(ExpectedCase::openedAt)
                        .thenComparing(ExpectedCase::number);
            case NEWEST ->
                Comparator.comparing(ExpectedCase::openedAt)
                        .thenComparing(ExpectedCase::number)
                        .reversed();
            case CLOSEST -> Comparator.comparing(ExpectedCase::lead).thenComparing(ExpectedCase::number);
            case CHANGED ->
                Comparator.comparing(ExpectedCase::changedAt)
                        .thenComparing(ExpectedCase::number)
                        .reversed();
        };
    }

    private boolean fitsEmployer(String platform) {
        if (platform.equals("not-known")) {
            return employer.isEmpty();
        }
        return platform.isEmpty() || employer.contains(platform);
    }

    private boolean isDecided(DecisionFilter how) {
        return switch (how) {
            case ANY -> reviewedFirst.isPresent();
            case AGREED -> reviewedFirst.isPresent() && !isOverruled();
            case OTHERWISE -> isOverruled();
        };
    }

    private boolean fitsReason(String wanted) {
        return wanted.isEmpty() || isOverruled() && reason.orElse("not-given").equals(wanted);
    }

    private boolean fitsText(String text) {
        return reference.toLowerCase(Locale.ROOT).contains(text)
                || name.orElse("").toLowerCase(Locale.ROOT).contains(text)
                || name.isPresent() && email.toLowerCase(Locale.ROOT).contains(text);
    }

    private static boolean isOrAny(String wanted, String there) {
        return wanted.isEmpty() || wanted.equals(there);
    }
}
