package dev.certpath.recommend;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Condition;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import dev.certpath.guide.Rule;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Recommendation.Answered;
import dev.certpath.recommend.Recommendation.Change;
import dev.certpath.recommend.Recommendation.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of evaluations with texts, each created once: answers, reasons and changes. */
final class SharedTexts {

    private final AnswerSpace space;
    private final List<List<Answered>> answered;
    private final List<List<RuleReason>> reasonsByTrack;

    /** By question and by the indexes of the answers before and after, filled as needed. */
    private final List<AtomicReferenceArray<@Nullable Change>> changes;

    /**
     * A rule with the reason that it gives.
     *
     * @param question the position of the question, or -1 if the rule is unconditional
     * @param appliesTo whether the rule applies, by the index of the answer
     * @param reason the reason
     */
    private record RuleReason(int question, BitSet appliesTo, Reason reason) {

        private boolean isGivenFor(int[] answerIndexes) {
            return question < 0 || appliesTo.get(answerIndexes[question]);
        }
    }

    SharedTexts(Guide guide, AnswerSpace space) {
        this.space = space;
        this.answered = questions()
                .mapToObj(question ->
                        answers(question).map(SharedTexts::toAnswered).toList())
                .toList();
        this.reasonsByTrack = guide.tracks().stream()
                .map(track -> guide.rules().stream()
                        .filter(rule -> rule.track().equals(track))
                        .map(this::toRuleReason)
                        .toList())
                .toList();
        this.changes = questions()
                .mapToObj(question -> new AtomicReferenceArray<@Nullable Change>(
                        space.answerCount(question) * space.answerCount(question)))
                .toList();
    }

    /** The answers with their texts. */
    List<Answered> answered(int[] answerIndexes) {
        var all = new Answered[answerIndexes.length];
        for (int question = 0; question < all.length; question++) {
            all[question] = answered.get(question).get(answerIndexes[question]);
        }
        return List.of(all);
    }

    /** The reasons for a track, in the order of the rules. */
    List<Reason> reasons(int[] answerIndexes, Track track) {
        var reasons = new ArrayList<Reason>();
        for (RuleReason rule : reasonsByTrack.get(track.position())) {
            if (rule.isGivenFor(answerIndexes)) {
                reasons.add(rule.reason);
            }
        }
        return List.copyOf(reasons);
    }

    /** The change from one answer to another. */
    Change change(int question, int before, int after) {
        int index = before * space.answerCount(question) + after;
        var change = changes.get(question).get(index);
        if (change == null) {
            change = toChange(space.answer(question, before), space.answer(question, after));
            changes.get(question).set(index, change);
        }
        return change;
    }

    private IntStream questions() {
        return IntStream.range(0, space.questionCount());
    }

    private Stream<Answer> answers(int question) {
        return IntStream.range(0, space.answerCount(question))
                .mapToObj(answerIndex -> space.answer(question, answerIndex));
    }

    private RuleReason toRuleReason(Rule rule) {
        var reason = new Reason(
                rule.code(),
                rule.question().map(Question::parameter).orElse(null),
                rule.points(),
                rule.text(),
                rule.receipt(),
                rule.basis());
        var appliesTo = new BitSet();
        if (rule.condition() instanceof Condition.AnyOptionChosen chosen) {
            int question = chosen.question().position();
            IntStream.range(0, space.answerCount(question))
                    .filter(answerIndex -> chosen.appliesTo(space.answer(question, answerIndex)))
                    .forEach(appliesTo::set);
            return new RuleReason(question, appliesTo, reason);
        }
        return new RuleReason(-1, appliesTo, reason);
    }

    private static Change toChange(Answer before, Answer after) {
        return new Change(after.question().parameter(), after.codes(), after.describeChangeFrom(before));
    }

    private static Answered toAnswered(Answer answer) {
        var question = answer.question();
        var unknown = question.unknown();
        return new Answered(
                question.parameter(),
                question.code(),
                question.texts().label(),
                question.texts().subject(),
                question.wish(),
                question.kind() == Question.Kind.ANY_OF,
                answer.isKnown(),
                answer.codes(),
                answer.isKnown() || unknown == null
                        ? answer.options().stream()
                                .map(option -> option.label())
                                .toList()
                        : List.of(unknown.label()),
                answer.isKnown() ? answer.statement() : "");
    }
}
