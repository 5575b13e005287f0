package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.QueueParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be chosen to narrow the queue: closed lists, from which alone values are taken. */
@Component
public class QueueFilterOptions {

    /** How firm a first can be. */
    private static final List<String> FIRMNESS = List.of("tie", "close", "clear");

    private final Guide guide;
    private final DecisionReasons reasons;
    private final FormMessages words;
    private final List<Choices> all;

    QueueFilterOptions(Guide guide, DecisionReasons reasons, FormMessages words) {
        this.guide = guide;
        this.reasons = reasons;
        this.words = words;
        this.all = lists();
    }

    /**
     * One value that can be chosen.
     *
     * @param code the value
     * @param label what people choose it by
     */
    public record Choice(String code, String label) {}

    /**
     * A list to choose from.
     *
     * @param name what the choice is called in addresses
     * @param choices what there is
     */
    public record Choices(String name, List<Choice> choices) {

        /** The words of a value; the value itself where it is none of the list. */
        public String label(String code) {
            return choices.stream()
                    .filter(choice -> choice.code().equals(code))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(code);
        }

        /** The same, and at its end what cases have that are older than the guide in force. */
        public Choices and(Collection<String> codes) {
            var older = codes.stream().filter(code -> !has(code)).distinct().sorted();
            return new Choices(
                    name,
                    Stream.concat(choices.stream(), older.map(code -> new Choice(code, code)))
                            .toList());
        }

        private Choices followedBy(List<Choice> others) {
            return new Choices(
                    name, Stream.concat(choices.stream(), others.stream()).toList());
        }

        /** Whether a value can be chosen. */
        public boolean has(String code) {
            return choices.stream().anyMatch(choice -> choice.code().equals(code));
        }
    }

    /** Every list, in the order of the page; none of them has anyone's name. */
    List<Choices> all() {
        return all;
    }

    /** The same with those to whom a case can be given. */
    List<Choices> all(List<String> people) {
        var names = people.stream().map(name -> new Choice(name, name)).toList();
        return all.stream()
                .map(list -> list.name().equals(QueueParameters.WHO) ? list.followedBy(names) : list)
                .toList();
    }

    private List<Choices> lists() {
        return List.of(
                new Choices(
                        QueueParameters.VIEW,
                        inWords("queue.view.", Stream.of(QueueParameters.ALL, QueueParameters.NEEDS_SOMEONE))),
                new Choices(QueueParameters.WHY, inWords("queue.why.", Arrays.stream(AttentionReason.values()))),
                new Choices(QueueParameters.STATUS, statuses()),
                new Choices(
                        QueueParameters.WHO,
                        inWords("queue.who.", Stream.of(QueueParameters.ME, QueueParameters.NOBODY))),
                firsts(),
                firmness(),
                industries(),
                roles(),
                new Choices(QueueParameters.EMPLOYER, answers("employerCloud")),
                new Choices(
                        QueueParameters.DECIDED, inWords("queue.decision.", Arrays.stream(DecisionFilter.values()))),
                reasons(),
                rules());
    }

    /** What can come first. */
    public Choices firsts() {
        return new Choices(
                QueueParameters.FIRST,
                guide.tracks().stream()
                        .map(track -> new Choice(track.code(), track.name()))
                        .toList());
    }

    /** How firm a first can be. */
    public Choices firmness() {
        return new Choices(QueueParameters.FIRMNESS, inWords("queue.firmness.", FIRMNESS.stream()));
    }

    /** The industries that can be answered. */
    public Choices industries() {
        return new Choices(QueueParameters.INDUSTRY, answers("targetIndustry"));
    }

    /** The roles that can be answered. */
    public Choices roles() {
        return new Choices(QueueParameters.ROLE, answers("roleFocus"));
    }

    /** Why an advisor can decide otherwise. */
    public Choices reasons() {
        var given = reasons.all().stream().map(reason -> new Choice(reason.code(), reason.label()));
        var none = inWords("queue.reason.", Stream.of(CaseFilter.NO_REASON)).stream();
        return new Choices(QueueParameters.REASON, Stream.concat(given, none).toList());
    }

    /** The rules that can fire; what they say would be too long for a list. */
    Choices rules() {
        return new Choices(
                QueueParameters.RULE,
                guide.rules().stream()
                        .map(rule -> new Choice(rule.code(), rule.code()))
                        .toList());
    }

    private List<Choice> statuses() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(QueueParameters.OPEN, words.text("queue.status.open")));
        choices.addAll(inWords("case.status.", Arrays.stream(CaseStatus.values())));
        return choices;
    }

    private List<Choice> answers(String parameter) {
        return guide.questions().stream()
                .filter(question -> question.parameter().equals(parameter))
                .flatMap(QueueFilterOptions::answers)
                .toList();
    }

    private static Stream<Choice> answers(Question question) {
        var known = question.options().stream().map(QueueFilterOptions::choice);
        var unknown = question.unknown();
        if (unknown == null) {
            return known;
        }
        var code = unknown.code().isEmpty() ? CaseFilter.EMPLOYER_NOT_KNOWN : unknown.code();
        return Stream.concat(known, Stream.of(new Choice(code, unknown.label())));
    }

    private static Choice choice(Option option) {
        return new Choice(option.code(), option.label());
    }

    private List<Choice> inWords(String prefix, Stream<?> codes) {
        return codes.map(code -> new Choice(code.toString(), words.text(prefix + code)))
                .toList();
    }
}
