package dev.certpath.recommend;

import dev.certpath.guide.AdditionalExam;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Recommendation.Change;
import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.recommend.Recommendation.Ranked;
import dev.certpath.recommend.Recommendation.Unknown;
import dev.certpath.recommend.Recommendation.WhatIf;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Evaluates combinations of answers by the rules of a guide. Evaluations share their texts. */
final class AnswerEvaluator {

    private final Guide guide;
    private final AnswerSpace space;
    private final ScoreTable scores;
    private final WhatIfSearch whatIfSearch;
    private final UnknownAnswerOutcomes unknownAnswers;
    private final SharedTexts texts;

    AnswerEvaluator(Guide guide, AnswerSpace space) {
        this.guide = guide;
        this.space = space;
        this.scores = new ScoreTable(guide, space);
        var firstTracks = new FirstTracks(space, scores);
        this.whatIfSearch = new WhatIfSearch(space, firstTracks, guide.tracks().size());
        this.unknownAnswers = new UnknownAnswerOutcomes(space, firstTracks);
        this.texts = new SharedTexts(guide, space);
    }

    /** Evaluates a combination of answers. */
    AnswerEvaluation evaluate(int combination, Answers answers) {
        var answerIndexes = space.answerIndexes(combination);
        var totals = scores.totals(answerIndexes);
        var ranking = scores.ranking(answerIndexes, totals);
        var changes = whatIfSearch.changeOneAnswer(combination, answerIndexes);
        var first = ranking.get(0);
        var second = SecondTrack.of(ranking, totals, guide);
        return new AnswerEvaluation(
                combination,
                texts.answered(answerIndexes),
                first,
                second.track(),
                second.why(),
                firmness(answerIndexes, ranking, totals, changes),
                ranked(answerIndexes, ranking, totals),
                whatIf(combination, answerIndexes, ranking, changes),
                unknown(combination),
                additionalExams(first, answers));
    }

    private Firmness firmness(int[] answerIndexes, List<Track> ranking, int[] totals, AnswerChanges changes) {
        int lead = totals[ranking.get(0).position()] - totals[ranking.get(1).position()];
        return new Firmness(
                Firmness.Level.of(lead, guide.closeCall()),
                lead,
                brokenBy(answerIndexes, lead, ranking),
                changes.countOfSameFirst(),
                changes.count(),
                guide.questions().stream()
                        .filter(question -> changes.isDecisive(question.position()))
                        .map(Question::parameter)
                        .toList());
    }

    private @Nullable String brokenBy(int[] answerIndexes, int lead, List<Track> ranking) {
        if (lead > 0) {
            return null;
        }
        return scores.decidingQuestion(answerIndexes, ranking.get(0), ranking.get(1))
                .map(Question::parameter)
                .orElse(Firmness.ORDER);
    }

    private List<Ranked> ranked(int[] answerIndexes, List<Track> ranking, int[] totals) {
        var ranked = new Ranked[ranking.size()];
        for (int place = 0; place < ranked.length; place++) {
            var track = ranking.get(place);
            ranked[place] = new Ranked(track.code(), totals[track.position()], texts.reasons(answerIndexes, track));
        }
        return List.of(ranked);
    }

    private List<WhatIf> whatIf(int combination, int[] answerIndexes, List<Track> ranking, AnswerChanges changes) {
        var whatIf = new ArrayList<WhatIf>();
        for (Track track : ranking.subList(1, ranking.size())) {
            smallestChange(combination, track, changes)
                    .ifPresent(changed -> whatIf.add(whatIf(answerIndexes, space.answerIndexes(changed), track)));
        }
        return List.copyOf(whatIf);
    }

    private OptionalInt smallestChange(int combination, Track track, AnswerChanges changes) {
        var changed = changes.smallest(track.position());
        return changed.isPresent() ? changed : whatIfSearch.changeSeveralAnswers(combination, track);
    }

    private WhatIf whatIf(int[] before, int[] after, Track track) {
        var changes = new ArrayList<Change>();
        for (int question = 0; question < before.length; question++) {
            if (before[question] != after[question]) {
                changes.add(texts.change(question, before[question], after[question]));
            }
        }
        return new WhatIf(track.code(), List.copyOf(changes), levelWith(after, track));
    }

    private List<String> levelWith(int[] answerIndexes, Track first) {
        var totals = scores.totals(answerIndexes);
        var levelWith = new ArrayList<String>();
        for (Track track : scores.ranking(answerIndexes, totals)) {
            if (totals[track.position()] == totals[first.position()] && !track.equals(first)) {
                levelWith.add(track.code());
            }
        }
        return List.copyOf(levelWith);
    }

    private @Nullable Unknown unknown(int combination) {
        var unknownQuestions = unknownAnswers.unknownQuestions(combination);
        if (unknownQuestions.isEmpty()) {
            return null;
        }
        int possibleFirsts = unknownAnswers.possibleFirsts(combination);
        return new Unknown(
                guide.tracks().stream()
                        .filter(track -> (possibleFirsts & (1 << track.position())) != 0)
                        .map(Track::code)
                        .toList(),
                unknownAnswers
                        .mostInformativeQuestion(combination, unknownQuestions)
                        .map(Question::parameter)
                        .orElse(null));
    }

    private List<AdditionalExam> additionalExams(Track first, Answers answers) {
        return guide.additionalExams().stream()
                .filter(exam -> exam.track().equals(first) && exam.condition().appliesTo(answers))
                .toList();
    }
}
