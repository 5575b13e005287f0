package dev.certpath.web.desk.insights;

import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.cases.statistics.DecisionBreakdown;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Rule;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.queue.FilterOption;
import dev.certpath.web.desk.queue.QueueFilterOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Summarizes how advisors decided. */
@Component
class DecisionSummaryFactory {

    private final QueueFilterOptions options;
    private final CurrentGuide currentGuide;
    private final DeskMessages messages;

    DecisionSummaryFactory(QueueFilterOptions options, CurrentGuide currentGuide, DeskMessages messages) {
        this.options = options;
        this.currentGuide = currentGuide;
        this.messages = messages;
    }

    /** Summarizes the decisions of a period, whose cases the queue lists. */
    DecisionSummary summarize(List<DecisionBreakdown> decisions, QueueParameters queue) {
        var decided = count(decisions, DecisionFilter.ANY, queue);
        return new DecisionSummary(
                decided,
                List.of(
                        kind(decisions, DecisionFilter.AGREED, decided, queue),
                        kind(decisions, DecisionFilter.OTHERWISE, decided, queue)),
                reasons(decisions, queue),
                rules(decisions, queue));
    }

    private ChartBar kind(
            List<DecisionBreakdown> decisions, DecisionFilter kind, CaseCountLink decided, QueueParameters queue) {
        var label = messages.text("queue.decision." + kind);
        return ChartBar.of(kind.toString(), label, count(decisions, kind, queue), decided);
    }

    private List<ChartBar> reasons(List<DecisionBreakdown> decisions, QueueParameters queue) {
        var overruled = count(decisions, DecisionFilter.OTHERWISE, queue);
        var countByReason = decisions.stream()
                .filter(DecisionBreakdown::overruled)
                .collect(Collectors.groupingBy(
                        DecisionSummaryFactory::reasonCode, Collectors.summingLong(DecisionBreakdown::caseCount)));
        return options.decisionReasons().withCodes(countByReason.keySet()).options().stream()
                .filter(reason -> countByReason.containsKey(reason.code()))
                .map(reason -> reason(reason, countByReason, overruled, queue))
                .sorted(Comparator.comparing((ChartBar bar) -> bar.cases().count())
                        .reversed())
                .toList();
    }

    private static ChartBar reason(
            FilterOption reason, Map<String, Long> countByReason, CaseCountLink overruled, QueueParameters queue) {
        var cases = new CaseCountLink(
                countByReason.getOrDefault(reason.code(), 0L), queue.with(QueueParameters.REASON, reason.code()));
        return ChartBar.of(reason.code(), reason.label(), cases, overruled);
    }

    private List<ChartBar> rules(List<DecisionBreakdown> decisions, QueueParameters queue) {
        Map<String, String> texts =
                currentGuide.guide().rules().stream().collect(Collectors.toMap(Rule::code, Rule::text));
        return decisions.stream()
                .flatMap(decision -> decision.rules().stream())
                .distinct()
                .sorted()
                .map(code -> rule(code, texts.getOrDefault(code, ""), decisions, queue))
                .sorted(Comparator.comparing(ChartBar::isFew)
                        .thenComparing(bar -> bar.isFew() ? 0 : -bar.cases().fractionOf(bar.total()))
                        .thenComparing(bar -> bar.isFew() ? 0 : -bar.cases().count()))
                .toList();
    }

    private static ChartBar rule(String code, String text, List<DecisionBreakdown> decisions, QueueParameters queue) {
        var applied = decisions.stream()
                .filter(decision -> decision.rules().contains(code))
                .toList();
        var withRule = queue.with(QueueParameters.RULE, code);
        return ChartBar.of(
                code,
                text,
                count(applied, DecisionFilter.OTHERWISE, withRule),
                count(applied, DecisionFilter.ANY, withRule));
    }

    private static CaseCountLink count(
            List<DecisionBreakdown> decisions, DecisionFilter filter, QueueParameters queue) {
        Predicate<DecisionBreakdown> isCounted = switch (filter) {
            case ANY -> decision -> true;
            case AGREED -> Predicate.not(DecisionBreakdown::overruled);
            case OTHERWISE -> DecisionBreakdown::overruled;
        };
        long count = decisions.stream()
                .filter(isCounted)
                .mapToLong(DecisionBreakdown::caseCount)
                .sum();
        return new CaseCountLink(count, queue.with(QueueParameters.DECISION, filter.toString()));
    }

    private static String reasonCode(DecisionBreakdown decision) {
        return decision.reason().isEmpty() ? CaseFilter.NO_REASON : decision.reason();
    }
}
