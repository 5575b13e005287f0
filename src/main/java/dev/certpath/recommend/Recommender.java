package dev.certpath.recommend;

import dev.certpath.guide.AdditionalExam;
import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.ExamCalendar;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import dev.certpath.guide.Rule;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Recommendation.Alongside;
import dev.certpath.recommend.Recommendation.Answered;
import dev.certpath.recommend.Recommendation.Change;
import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.recommend.Recommendation.First;
import dev.certpath.recommend.Recommendation.Ranked;
import dev.certpath.recommend.Recommendation.Reason;
import dev.certpath.recommend.Recommendation.Second;
import dev.certpath.recommend.Recommendation.TrackName;
import dev.certpath.recommend.Recommendation.Unknown;
import dev.certpath.recommend.Recommendation.WhatIf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recommends tracks and exams. An instance is created once per guide; it is immutable and thread-safe. The result
 * depends only on the answers and the day and is defined for every combination of answers.
 */
public final class Recommender {

    private final Guide guide;
    private final ExamCalendar calendar;
    private final AnswerSpace space;
    private final ScoreTable scores;
    private final WhatIfSearch whatIfSearch;
    private final UnknownAnswerAnalysis unknownAnswers;

    /** Scores all combinations of answers to the questions of a guide. */
    public Recommender(Guide guide) {
        this.guide = guide;
        this.calendar = guide.calendar();
        this.space = new AnswerSpace(guide);
        this.scores = new ScoreTable(guide, space);
        this.whatIfSearch = new WhatIfSearch(space, scores);
        this.unknownAnswers = new UnknownAnswerAnalysis(space, scores);
    }

    /**
     * Returns the recommendation for these answers.
     *
     * @param answers answers to the questions of the guide
     * @param day the day for which exams are looked up, not before {@link Guide#validFrom()}
     */
    public Recommendation recommend(Answers answers, LocalDate day) {
        int combination = space.indexOf(answers);
        var ranking = scores.ranking(combination);
        return new Recommendation(
                day,
                guide.edition(),
                guide.tracks().stream()
                        .map(track -> new TrackName(track.code(), track.name(), track.mark()))
                        .toList(),
                answers.all().stream().map(Recommender::answered).toList(),
                new First(ranking.get(0).code(), exam(ranking.get(0), day)),
                second(combination, ranking, day),
                firmness(combination, ranking),
                ranking.stream()
                        .map(track -> ranked(combination, track, answers))
                        .toList(),
                whatIf(combination, ranking),
                unknown(combination),
                alongside(ranking.get(0), answers, day));
    }

    private static Answered answered(Answer answer) {
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

    private Ranked ranked(int combination, Track track, Answers answers) {
        var reasons = guide.rules().stream()
                .filter(rule -> rule.track().equals(track) && rule.condition().appliesTo(answers))
                .map(Recommender::reason)
                .toList();
        return new Ranked(track.code(), scores.total(combination, track), reasons);
    }

    private static Reason reason(Rule rule) {
        return new Reason(
                rule.code(),
                rule.question().map(Question::parameter).orElse(null),
                rule.points(),
                rule.text(),
                rule.receipt(),
                rule.basis());
    }

    private Second second(int combination, List<Track> ranking, LocalDate day) {
        @Nullable String usual = ranking.get(0).usuallyNext();
        var best = ranking.get(1);
        var second = ranking.stream()
                .filter(track -> track.code().equals(usual))
                .filter(track ->
                        scores.total(combination, best) - scores.total(combination, track) < guide.overrideLead())
                .findFirst();
        return new Second(
                second.orElse(best).code(),
                exam(second.orElse(best), day),
                second.isPresent() ? Second.Why.SEQUENCE : Second.Why.ANSWERS,
                usual,
                guide.secondWithinMonths());
    }

    private Firmness firmness(int combination, List<Track> ranking) {
        int lead = scores.total(combination, ranking.get(0)) - scores.total(combination, ranking.get(1));
        var hangsOn = new ArrayList<String>();
        int holds = 0;
        int of = 0;
        for (Question question : guide.questions()) {
            int[] changes = space.changes(combination, question.position());
            int unchanged = countUnchangedFirst(combination, question.position(), changes);
            holds += unchanged;
            of += changes.length;
            if (unchanged < changes.length) {
                hangsOn.add(question.parameter());
            }
        }
        return new Firmness(level(lead), lead, brokenBy(combination, lead, ranking), holds, of, List.copyOf(hangsOn));
    }

    private int countUnchangedFirst(int combination, int question, int[] changes) {
        int unchanged = 0;
        for (int answerIndex : changes) {
            if (scores.firstTrack(space.withAnswer(combination, question, answerIndex))
                    == scores.firstTrack(combination)) {
                unchanged++;
            }
        }
        return unchanged;
    }

    private Firmness.Level level(int lead) {
        if (lead == 0) {
            return Firmness.Level.TIE;
        }
        return lead <= guide.closeCall() ? Firmness.Level.CLOSE : Firmness.Level.CLEAR;
    }

    private @Nullable String brokenBy(int combination, int lead, List<Track> ranking) {
        if (lead > 0) {
            return null;
        }
        return scores.decidingQuestion(combination, ranking.get(0), ranking.get(1))
                .map(Question::parameter)
                .orElse(Firmness.ORDER);
    }

    private List<WhatIf> whatIf(int combination, List<Track> ranking) {
        return ranking.stream()
                .skip(1)
                .flatMap(track -> whatIfSearch.findSmallestChange(combination, track).stream()
                        .map(changedCombination -> whatIf(combination, changedCombination, track)))
                .toList();
    }

    private WhatIf whatIf(int combination, int changedCombination, Track track) {
        var changes = whatIfSearch.changedQuestions(combination, changedCombination).stream()
                .map(question -> change(
                        space.answer(question, space.answerIndexAt(combination, question)),
                        space.answer(question, space.answerIndexAt(changedCombination, question))))
                .toList();
        return new WhatIf(track.code(), changes, levelWith(changedCombination, track));
    }

    private List<String> levelWith(int changedCombination, Track first) {
        return scores.ranking(changedCombination).stream()
                .skip(1)
                .filter(track -> scores.total(changedCombination, track) == scores.total(changedCombination, first))
                .map(Track::code)
                .toList();
    }

    private static Change change(Answer before, Answer after) {
        return new Change(after.question().parameter(), after.codes(), after.describeChangeFrom(before));
    }

    private @Nullable Unknown unknown(int combination) {
        if (unknownAnswers.unknownQuestions(combination).isEmpty()) {
            return null;
        }
        var possible = unknownAnswers.possibleFirsts(combination).stream()
                .mapToObj(position -> guide.tracks().get(position).code())
                .toList();
        return new Unknown(
                possible,
                unknownAnswers
                        .mostInformativeQuestion(combination)
                        .map(Question::parameter)
                        .orElse(null));
    }

    private List<Alongside> alongside(Track first, Answers answers, LocalDate day) {
        return guide.additionalExams().stream()
                .filter(additionalExam -> additionalExam.track().equals(first))
                .filter(additionalExam -> additionalExam.condition().appliesTo(answers))
                .filter(additionalExam -> additionalExam.exam().isAvailableOn(day))
                .map(Recommender::alongside)
                .toList();
    }

    private static Alongside alongside(AdditionalExam additionalExam) {
        var exam = additionalExam.exam();
        return new Alongside(
                exam.code(),
                exam.certification().name(),
                exam.priceUsd(),
                exam.minutes(),
                exam.validMonths(),
                exam.certification().url(),
                exam.checked(),
                additionalExam.text());
    }

    private BookableExam exam(Track track, LocalDate day) {
        return BookableExam.of(calendar.availableExam(track, day));
    }
}
