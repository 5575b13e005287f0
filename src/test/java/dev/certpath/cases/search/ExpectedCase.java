package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A generated case, with an implementation of the filters and sort orders in memory. */
public record ExpectedCase(
        long databaseId,
        String reference,
        Instant openedAt,
        Optional<Instant> askedAt,
        Instant changedAt,
        CaseStatus status,
        Optional<String> assignee,
        String firstTrack,
        String secondTrack,
        String firmness,
        int leadPoints,
        int possibleFirsts,
        String firstExam,
        String secondExam,
        List<String> employerClouds,
        String industry,
        String role,
        Optional<String> decidedFirst,
        Optional<String> decidedSecond,
        Optional<String> decisionReason,
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
        return decidedFirst.isPresent()
                && !(decidedFirst.get().equals(firstTrack)
                        && decidedSecond.orElseThrow().equals(secondTrack));
    }

    public LocalDate openedOn() {
        return LocalDate.ofInstant(openedAt, ZoneOffset.UTC);
    }

    public Set<AttentionReason> attentionReasons(Set<String> closedExams) {
        var reasons = EnumSet.noneOf(AttentionReason.class);
        if (waitingSince().isPresent()) {
            reasons.add(AttentionReason.STUDENT_ASKED);
        }
        if (closedExams.contains(firstExam) || closedExams.contains(secondExam)) {
            reasons.add(AttentionReason.EXAM_ENDS);
        }
        if (leadPoints == 0) {
            reasons.add(AttentionReason.TIE);
        }
        if (leadPoints > 0 && leadPoints <= 3) {
            reasons.add(AttentionReason.CLOSE_CALL);
        }
        if (possibleFirsts > 1) {
            reasons.add(AttentionReason.SEVERAL_FIRSTS);
        }
        if (isOverruled()) {
            reasons.add(AttentionReason.OVERRULED);
        }
        return reasons;
    }

    public boolean needsAttention(Set<String> absentAdvisors) {
        return waitingSince().isPresent() && assignee.stream().allMatch(absentAdvisors::contains);
    }

    public boolean matches(CaseFilter filter, Set<String> closedExams) {
        return (!filter.needsAttention() || needsAttention(filter.absentAdvisors()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(status))
                && filter.attention().stream().allMatch(attentionReasons(closedExams)::contains)
                && filter.assignee().stream()
                        .allMatch(wanted -> wanted.username().equals(assignee))
                && isEmptyOrEqual(filter.firstTrack(), firstTrack)
                && isEmptyOrEqual(filter.firmness(), firmness)
                && filter.answers().entrySet().stream()
                        .allMatch(wanted -> codes(wanted.getKey()).contains(wanted.getValue()))
                && filter.decision().stream().allMatch(this::matchesDecision)
                && matchesReason(filter.decisionReason())
                && (filter.rule().isEmpty() || rules.contains(filter.rule()))
                && filter.openedFrom().stream().noneMatch(openedOn()::isBefore)
                && filter.openedTo().stream().noneMatch(openedOn()::isAfter)
                && (filter.text().isEmpty() || matchesText(filter.text()));
    }

    public static Comparator<ExpectedCase> comparator(CaseSortOrder order) {
        return switch (order) {
            case WAITING ->
                Comparator.<ExpectedCase, Instant>comparing(
                                expected -> expected.waitingSince().orElse(Instant.MAX))
                        .thenComparing(ExpectedCase::openedAt)
                        .thenComparing(ExpectedCase::databaseId);
            case NEWEST ->
                Comparator.comparing(ExpectedCase::openedAt)
                        .thenComparing(ExpectedCase::databaseId)
                        .reversed();
            case CLOSEST -> Comparator.comparing(ExpectedCase::leadPoints).thenComparing(ExpectedCase::databaseId);
            case CHANGED ->
                Comparator.comparing(ExpectedCase::changedAt)
                        .thenComparing(ExpectedCase::databaseId)
                        .reversed();
        };
    }

    /** The codes of the answers to each question. */
    public Map<String, List<String>> answers() {
        return Map.of(
                "employerCloud",
                employerClouds,
                "targetIndustry",
                List.of(industry),
                "roleFocus",
                List.of(role),
                "mlBackground",
                List.of("none"));
    }

    /** An empty code for the employer if it is not known. */
    private List<String> codes(String question) {
        var codes = answers().getOrDefault(question, List.of());
        return codes.isEmpty() ? List.of("") : codes;
    }

    private boolean matchesDecision(DecisionFilter decision) {
        return switch (decision) {
            case ANY -> decidedFirst.isPresent();
            case AGREED -> decidedFirst.isPresent() && !isOverruled();
            case OTHERWISE -> isOverruled();
        };
    }

    private boolean matchesReason(String wanted) {
        return wanted.isEmpty()
                || isOverruled() && decisionReason.orElse("not-given").equals(wanted);
    }

    private boolean matchesText(String text) {
        var start = text.toUpperCase(Locale.ROOT).replace("-", "").replace('O', '0');
        return reference.replace("-", "").startsWith(start)
                || name.isPresent() && (fold(name.get()).contains(fold(text)) || email.contains(fold(text)));
    }

    /** Only for the characters of the generated names and texts. */
    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u00E4', 'a')
                .replace('\u00F6', 'o')
                .replace('\u2019', '\'')
                .replace('\u2013', '-');
    }

    private static boolean isEmptyOrEqual(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
