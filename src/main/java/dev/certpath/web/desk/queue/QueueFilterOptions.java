package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.QueueParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The values that the filters of the queue can have. */
@Component
public class QueueFilterOptions {

    private final Guide guide;
    private final DecisionReasons reasons;
    private final DeskMessages messages;
    private final List<FilterOptionList> lists;

    QueueFilterOptions(Guide guide, DecisionReasons reasons, DeskMessages messages) {
        this.guide = guide;
        this.reasons = reasons;
        this.messages = messages;
        this.lists = createLists();
    }

    /** The options of every filter, in the order of the page, without the usernames of assignees. */
    List<FilterOptionList> lists() {
        return lists;
    }

    /** The options of every filter, in the order of the page, with the usernames of possible assignees. */
    List<FilterOptionList> lists(List<String> usernames) {
        var options =
                usernames.stream().map(name -> new FilterOption(name, name)).toList();
        return lists.stream()
                .map(list -> list.name().equals(QueueParameters.ASSIGNEE) ? list.withOptions(options) : list)
                .toList();
    }

    private List<FilterOptionList> createLists() {
        return List.of(
                new FilterOptionList(
                        QueueParameters.VIEW,
                        localized("queue.view.", Stream.of(QueueParameters.ALL, QueueParameters.NEEDS_SOMEONE))),
                new FilterOptionList(
                        QueueParameters.ATTENTION, localized("queue.why.", Arrays.stream(AttentionReason.values()))),
                new FilterOptionList(QueueParameters.STATUS, statuses()),
                new FilterOptionList(
                        QueueParameters.ASSIGNEE,
                        localized("queue.who.", Stream.of(QueueParameters.ME, QueueParameters.NOBODY))),
                firstTracks(),
                firmness(),
                industries(),
                roles(),
                new FilterOptionList(QueueParameters.EMPLOYER, answers("employerCloud")),
                new FilterOptionList(
                        QueueParameters.DECISION, localized("queue.decision.", Arrays.stream(DecisionFilter.values()))),
                decisionReasons(),
                rules());
    }

    /** The tracks of the guide in force. */
    public FilterOptionList firstTracks() {
        return new FilterOptionList(
                QueueParameters.FIRST,
                guide.tracks().stream()
                        .map(track -> new FilterOption(track.code(), track.name()))
                        .toList());
    }

    /** The firmness of a recommendation. */
    public FilterOptionList firmness() {
        return new FilterOptionList(
                QueueParameters.FIRMNESS, localized("queue.firmness.", Arrays.stream(Firmness.Level.values())));
    }

    /** The answers to the question for the industry. */
    public FilterOptionList industries() {
        return new FilterOptionList(QueueParameters.INDUSTRY, answers("targetIndustry"));
    }

    /** The answers to the question for the role. */
    public FilterOptionList roles() {
        return new FilterOptionList(QueueParameters.ROLE, answers("roleFocus"));
    }

    /** The reasons for a decision that differs from the recommendation. */
    public FilterOptionList decisionReasons() {
        var given = reasons.all().stream().map(reason -> new FilterOption(reason.code(), reason.label()));
        var none = localized("queue.reason.", Stream.of(CaseFilter.NO_REASON)).stream();
        return new FilterOptionList(
                QueueParameters.REASON, Stream.concat(given, none).toList());
    }

    /** The rules of the guide in force, by code: their texts are too long for a list. */
    private FilterOptionList rules() {
        return new FilterOptionList(
                QueueParameters.RULE,
                guide.rules().stream()
                        .map(rule -> new FilterOption(rule.code(), rule.code()))
                        .toList());
    }

    private List<FilterOption> statuses() {
        var options = new ArrayList<FilterOption>();
        options.add(new FilterOption(QueueParameters.OPEN, messages.text("queue.status.open")));
        options.addAll(localized("case.status.", Arrays.stream(CaseStatus.values())));
        return options;
    }

    private List<FilterOption> answers(String parameter) {
        return guide.questions().stream()
                .filter(question -> question.parameter().equals(parameter))
                .flatMap(QueueFilterOptions::answers)
                .toList();
    }

    private static Stream<FilterOption> answers(Question question) {
        var known = question.options().stream().map(QueueFilterOptions::toFilterOption);
        var unknown = question.unknown();
        if (unknown == null) {
            return known;
        }
        var code = unknown.code().isEmpty() ? CaseFilter.EMPLOYER_NOT_KNOWN : unknown.code();
        return Stream.concat(known, Stream.of(new FilterOption(code, unknown.label())));
    }

    private static FilterOption toFilterOption(Option option) {
        return new FilterOption(option.code(), option.label());
    }

    private List<FilterOption> localized(String keyPrefix, Stream<?> codes) {
        return codes.map(code -> new FilterOption(code.toString(), messages.text(keyPrefix + code)))
                .toList();
    }
}
