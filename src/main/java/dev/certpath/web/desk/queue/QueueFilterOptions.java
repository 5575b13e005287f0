package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.QueueParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The values that the filters of the queue can have. */
@Component
public class QueueFilterOptions {

    /** The value of a filter for students who do not know the answer to a question that has no code for this. */
    static final String NOT_KNOWN = "not-known";

    private static final Set<String> COMMON =
            Set.of(QueueParameters.ATTENTION, QueueParameters.STATUS, QueueParameters.ASSIGNEE, QueueParameters.FIRST);

    private final CurrentGuide currentGuide;
    private final DecisionReasons reasons;
    private final DeskMessages messages;

    QueueFilterOptions(CurrentGuide currentGuide, DecisionReasons reasons, DeskMessages messages) {
        this.currentGuide = currentGuide;
        this.reasons = reasons;
        this.messages = messages;
    }

    /** The options of every filter under one guide. */
    private record Lists(List<FilterOptionList> all) {}

    /** The options of every filter, in the order of the page, without the usernames of assignees. */
    List<FilterOptionList> lists() {
        return currentGuide
                .get()
                .derive(Lists.class, guide -> new Lists(createLists()))
                .all();
    }

    /** The options of the filters that are always in sight, with the usernames of possible assignees. */
    List<FilterOptionList> commonLists(List<String> usernames) {
        var options =
                usernames.stream().map(name -> new FilterOption(name, name)).toList();
        return lists().stream()
                .filter(list -> COMMON.contains(list.name()))
                .map(list -> list.name().equals(QueueParameters.ASSIGNEE) ? list.withOptions(options) : list)
                .toList();
    }

    /** The options of the other filters. The view is not one of them: links select it. */
    List<FilterOptionList> moreLists() {
        return lists().stream()
                .filter(list -> !COMMON.contains(list.name()) && !list.name().equals(QueueParameters.VIEW))
                .toList();
    }

    /** Whether a filter is one by the answers to a question. */
    boolean isAnswer(String filter) {
        return currentGuide.guide().questions().stream()
                .anyMatch(question -> question.filter().equals(filter));
    }

    private List<FilterOptionList> createLists() {
        var reviews = Stream.of(
                list(
                        QueueParameters.VIEW,
                        localized("queue.view.", Stream.of(QueueParameters.ALL, QueueParameters.NEEDS_SOMEONE))),
                list(QueueParameters.ATTENTION, localized("queue.why.", Arrays.stream(AttentionReason.values()))),
                list(QueueParameters.STATUS, statuses()),
                list(
                        QueueParameters.ASSIGNEE,
                        localized("queue.who.", Stream.of(QueueParameters.ME, QueueParameters.NOBODY))),
                firstTracks(),
                firmness());
        var answers = currentGuide.guide().questions().stream().map(this::answers);
        var decisions = Stream.of(
                list(QueueParameters.DECISION, localized("queue.decision.", Arrays.stream(DecisionFilter.values()))),
                decisionReasons(),
                rules());
        return Stream.of(reviews, answers, decisions)
                .flatMap(Function.identity())
                .toList();
    }

    private FilterOptionList list(String name, List<FilterOption> options) {
        var any = name.equals(QueueParameters.VIEW) ? "" : messages.text("queue.any." + name);
        return new FilterOptionList(name, messages.text("queue.filter." + name), any, options);
    }

    /** The tracks of the guide in force. */
    public FilterOptionList firstTracks() {
        return list(
                QueueParameters.FIRST,
                currentGuide.guide().tracks().stream()
                        .map(track -> new FilterOption(track.code(), track.name()))
                        .toList());
    }

    /** The firmness of a recommendation. */
    public FilterOptionList firmness() {
        return list(QueueParameters.FIRMNESS, localized("queue.firmness.", Arrays.stream(Firmness.Level.values())));
    }

    /** The answers to a question of the guide in force. */
    public FilterOptionList answers(Question question) {
        var texts = question.texts();
        return new FilterOptionList(
                question.filter(),
                texts.label(),
                texts.any().isEmpty() ? messages.text("queue.any.answer") : texts.any(),
                Stream.concat(
                                question.options().stream().map(QueueFilterOptions::toFilterOption),
                                Stream.ofNullable(question.unknown()).map(QueueFilterOptions::toFilterOption))
                        .toList());
    }

    /** The reasons for a decision that differs from the recommendation. */
    public FilterOptionList decisionReasons() {
        var given = reasons.all().stream().map(reason -> new FilterOption(reason.code(), reason.label()));
        var none = localized("queue.reason.", Stream.of(CaseFilter.NO_REASON)).stream();
        return list(QueueParameters.REASON, Stream.concat(given, none).toList());
    }

    /** The rules of the guide in force, by code: their texts are too long for a list. */
    private FilterOptionList rules() {
        return list(
                QueueParameters.RULE,
                currentGuide.guide().rules().stream()
                        .map(rule -> new FilterOption(rule.code(), rule.code()))
                        .toList());
    }

    private List<FilterOption> statuses() {
        var options = new ArrayList<FilterOption>();
        options.add(new FilterOption(QueueParameters.OPEN, messages.text("queue.status.open")));
        options.addAll(localized("case.status.", Arrays.stream(CaseStatus.values())));
        return options;
    }

    private static FilterOption toFilterOption(Question.Unknown unknown) {
        return new FilterOption(unknown.code().isEmpty() ? NOT_KNOWN : unknown.code(), unknown.label());
    }

    private static FilterOption toFilterOption(Option option) {
        return new FilterOption(option.code(), option.label());
    }

    private List<FilterOption> localized(String keyPrefix, Stream<?> codes) {
        return codes.map(code -> new FilterOption(code.toString(), messages.text(keyPrefix + code)))
                .toList();
    }
}
