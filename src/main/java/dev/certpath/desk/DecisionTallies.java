package dev.certpath.desk;

import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.cases.statistics.CaseStatistics.Decision;
import dev.certpath.desk.Insights.Decisions;
import dev.certpath.desk.QueueChoices.Choices;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Rule;
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
class DecisionTallies {

    /** A rule that had fired in fewer cases says little by its share, and stands behind the others. */
    static final int FEW = 10;

    private final QueueChoices choices;
    private final Guide guide;
    private final FormWords words;

    DecisionTallies(QueueChoices choices, Guide guide, FormWords words) {
        this.choices = choices;
        this.guide = guide;
        this.words = words;
    }

    Decisions of(List<Decision> decisions, QueueForm period) {
        var all = tally(decisions, DecisionFilter.ANY, period);
        return new Decisions(
                all,
                List.of(
                        kind(decisions, DecisionFilter.AGREED, all, period),
                        kind(decisions, DecisionFilter.OTHERWISE, all, period)),
                reasons(decisions, period),
                rules(decisions, period));
    }

    private Bar kind(List<Decision> decisions, DecisionFilter how, Tally all, QueueForm period) {
        return Bar.of(how.toString(), words.text("queue.decision." + how), tally(decisions, how, period), all);
    }

    private List<Bar> reasons(List<Decision> decisions, QueueForm period) {
        var otherwise = tally(decisions, DecisionFilter.OTHERWISE, period);
        var byReason = decisions.stream()
                .filter(Decision::otherwise)
                .collect(Collectors.groupingBy(DecisionTallies::reason, Collectors.summingLong(Decision::cases)));
        Choices known = choices.reasons().and(byReason.keySet());
        return known.choices().stream()
                .filter(reason -> byReason.containsKey(reason.code()))
                .map(reason -> Bar.of(
                        reason.code(),
                        reason.label(),
                        new Tally(
                                byReason.getOrDefault(reason.code(), 0L), period.with(QueueForm.REASON, reason.code())),
                        otherwise))
                .sorted(Comparator.comparing((Bar bar) -> bar.tally().number()).reversed())
                .toList();
    }

    private List<Bar> rules(List<Decision> decisions, QueueForm period) {
        Map<String, Rule> known = guide.rules().stream().collect(Collectors.toMap(Rule::code, Function.identity()));
        return decisions.stream()
                .flatMap(decision -> decision.rules().stream())
                .distinct()
                .sorted()
                .map(code -> {
                    var fired = decisions.stream()
                            .filter(decision -> decision.rules().contains(code))
                            .toList();
                    var cases = period.with(QueueForm.RULE, code);
                    return Bar.of(
                            code,
                            Optional.ofNullable(known.get(code)).map(Rule::says).orElse(""),
                            tally(fired, DecisionFilter.OTHERWISE, cases),
                            tally(fired, DecisionFilter.ANY, cases));
                })
                .sorted(Comparator.comparing(DecisionTallies::isFew)
                        .thenComparing(bar -> -bar.tally().partOf(bar.whole()))
                        .thenComparing(bar -> -bar.tally().number()))
                .toList();
    }

    private static boolean isFew(Bar bar) {
        return bar.whole().number() < FEW;
    }

    private static Tally tally(List<Decision> decisions, DecisionFilter how, QueueForm cases) {
        Predicate<Decision> counted = switch (how) {
            case ANY -> decision -> true;
            case AGREED -> Predicate.not(Decision::otherwise);
            case OTHERWISE -> Decision::otherwise;
        };
        long number =
                decisions.stream().filter(counted).mapToLong(Decision::cases).sum();
        return new Tally(number, cases.with(QueueForm.DECIDED, how.toString()));
    }

    private static String reason(Decision decision) {
        return decision.reason().isEmpty() ? CaseFilter.NO_REASON : decision.reason();
    }
}
