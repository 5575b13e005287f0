package dev.certpath.web.desk.insights;

import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.cases.statistics.CaseStatistics.Decision;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Rule;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.insights.Insights.Decisions;
import dev.certpath.web.desk.queue.QueueFilterOptions;
import dev.certpath.web.desk.queue.QueueFilterOptions.Choices;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sums up how advisors decided. */
@Component
class DecisionSummaryFactory {

    /** A rule that had fired in fewer cases says little by its share, and stands behind the others. */
    static final int FEW = 10;

    private final QueueFilterOptions choices;
    private final Guide guide;
    private final FormMessages words;

    DecisionSummaryFactory(QueueFilterOptions choices, Guide guide, FormMessages words) {
        this.choices = choices;
        this.guide = guide;
        this.words = words;
    }

    Decisions of(List<Decision> decisions, QueueParameters period) {
        var all = tally(decisions, DecisionFilter.ANY, period);
        return new Decisions(
                all,
                List.of(
                        kind(decisions, DecisionFilter.AGREED, all, period),
                        kind(decisions, DecisionFilter.OTHERWISE, all, period)),
                reasons(decisions, period),
                rules(decisions, period));
    }

    private ChartBar kind(List<Decision> decisions, DecisionFilter how, CaseCountLink all, QueueParameters period) {
        return ChartBar.of(how.toString(), words.text("queue.decision." + how), tally(decisions, how, period), all);
    }

    private List<ChartBar> reasons(List<Decision> decisions, QueueParameters period) {
        var otherwise = tally(decisions, DecisionFilter.OTHERWISE, period);
        var byReason = decisions.stream()
                .filter(Decision::otherwise)
                .collect(
                        Collectors.groupingBy(DecisionSummaryFactory::reason, Collectors.summingLong(Decision::cases)));
        Choices known = choices.reasons().and(byReason.keySet());
        return known.choices().stream()
                .filter(reason -> byReason.containsKey(reason.code()))
                .map(reason -> ChartBar.of(
                        reason.code(),
                        reason.label(),
                        new CaseCountLink(
                                byReason.getOrDefault(reason.code(), 0L),
                                period.with(QueueParameters.REASON, reason.code())),
                        otherwise))
                .sorted(Comparator.comparing((ChartBar bar) -> bar.tally().number())
                        .reversed())
                .toList();
    }

    private List<ChartBar> rules(List<Decision> decisions, QueueParameters period) {
        Map<String, Rule> known = guide.rules().stream().collect(Collectors.toMap(Rule::code, Function.identity()));
        return decisions.stream()
                .flatMap(decision -> decision.rules().stream())
                .distinct()
                .sorted()
                .map(code -> {
                    var fired = decisions.stream()
                            .filter(decision -> decision.rules().contains(code))
                            .toList();
                    var cases = period.with(QueueParameters.RULE, code);
                    return ChartBar.of(
                            code,
                            Optional.ofNullable(known.get(code)).map(Rule::text).orElse(""),
                            tally(fired, DecisionFilter.OTHERWISE, cases),
                            tally(fired, DecisionFilter.ANY, cases));
                })
                .sorted(Comparator.comparing(DecisionSummaryFactory::isFew)
                        .thenComparing(bar -> -bar.tally().partOf(bar.whole()))
                        .thenComparing(bar -> -bar.tally().number()))
                .toList();
    }

    private static boolean isFew(ChartBar bar) {
        return bar.whole().number() < FEW;
    }

    private static CaseCountLink tally(List<Decision> decisions, DecisionFilter how, QueueParameters cases) {
        Predicate<Decision> counted = switch (how) {
            case ANY -> decision -> true;
            case AGREED -> Predicate.not(Decision::otherwise);
            case OTHERWISE -> Decision::otherwise;
        };
        long number =
                decisions.stream().filter(counted).mapToLong(Decision::cases).sum();
        return new CaseCountLink(number, cases.with(QueueParameters.DECIDED, how.toString()));
    }

    private static String reason(Decision decision) {
        return decision.reason().isEmpty() ? CaseFilter.NO_REASON : decision.reason();
    }
}
