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
 * Recommends. Made once from a guide; from then on a pure function of answers and a day, defined for every combination,
 * and safe to share between threads because nothing in it changes.
 */
public final class Recommender {

    private final Guide guide;
    private final ExamCalendar calendar;
    private final AnswerSpace space;
    private final ScoreTable scoreboard;
    private final WhatIfSearch turns;
    private final UnknownAnswerAnalysis openEnds;

    /** Scores every combination of answers once. */
    public Recommender(Guide guide) {
        this.guide = guide;
        this.calendar = guide.calendar();
        this.space = new AnswerSpace(guide);
        this.scoreboard = new ScoreTable(guide, space);
        this.turns = new WhatIfSearch(space, scoreboard);
        this.openEnds = new UnknownAnswerAnalysis(space, scoreboard);
    }

    /**
     * What follows for these answers.
     *
     * @param answers answers to this recommender's guide
     * @param day the day for which exams are looked up, on or after the first that the guide speaks of
     */
    public Recommendation recommend(Answers answers, LocalDate day) {
        int here = space.indexOf(answers);
        var ranking = scoreboard.ranking(here);
        return new Recommendation(
                day,
                guide.edition(),
                guide.tracks().stream()
                        .map(track -> new TrackName(track.code(), track.name(), track.mark()))
                        .toList(),
                answers.all().stream().map(Recommender::answered).toList(),
                new First(ranking.get(0).code(), exam(ranking.get(0), day)),
                second(here, ranking, day),
                firmness(here, ranking),
                ranking.stream().map(track -> ranked(here, track, answers)).toList(),
                whatIf(here, ranking),
                unknown(here),
                alongside(ranking.get(0), answers, day));
    }

    private static Answered answered(Answer answer) {
        var question = answer.question();
        var unknown = question.unknown();
        return new Answered(
                question.parameter(),
                question.code(),
                question.words().label(),
                question.words().subject(),
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

    private Ranked ranked(int here, Track track, Answers answers) {
        var reasons = guide.rules().stream()
                .filter(rule -> rule.track().equals(track) && rule.when().holds(answers))
                .map(Recommender::reason)
                .toList();
        return new Ranked(track.code(), scoreboard.total(here, track), reasons);
    }

    private static Reason reason(Rule rule) {
        return new Reason(
                rule.code(),
                rule.question().map(Question::parameter).orElse(null),
                rule.points(),
                rule.says(),
                rule.receipt(),
                rule.basis());
    }

    private Second second(int here, List<Track> ranking, LocalDate day) {
        @Nullable String usual = ranking.get(0).usuallyNext();
        var best = ranking.get(1);
        var second = ranking.stream()
                .filter(track -> track.code().equals(usual))
                .filter(track -> scoreboard.total(here, best) - scoreboard.total(here, track) < guide.outweighs())
                .findFirst();
        return new Second(
                second.orElse(best).code(),
                exam(second.orElse(best), day),
                second.isPresent() ? Second.Why.SEQUENCE : Second.Why.ANSWERS,
                usual,
                guide.secondWithinMonths());
    }

    private Firmness firmness(int here, List<Track> ranking) {
        int lead = scoreboard.total(here, ranking.get(0)) - scoreboard.total(here, ranking.get(1));
        var hangsOn = new ArrayList<String>();
        int holds = 0;
        int of = 0;
        for (Question question : guide.questions()) {
            int[] changes = space.changes(here, question.position());
            int held = held(here, question.position(), changes);
            holds += held;
            of += changes.length;
            if (held < changes.length) {
                hangsOn.add(question.parameter());
            }
        }
        return new Firmness(level(lead), lead, brokenBy(here, lead, ranking), holds, of, List.copyOf(hangsOn));
    }

    private int held(int here, int question, int[] changes) {
        int held = 0;
        for (int place : changes) {
            if (scoreboard.first(space.with(here, question, place)) == scoreboard.first(here)) {
                held++;
            }
        }
        return held;
    }

    private Firmness.Level level(int lead) {
        if (lead == 0) {
            return Firmness.Level.TIE;
        }
        return lead <= guide.closeCall() ? Firmness.Level.CLOSE : Firmness.Level.CLEAR;
    }

    private @Nullable String brokenBy(int here, int lead, List<Track> ranking) {
        if (lead > 0) {
            return null;
        }
        return scoreboard
                .decider(here, ranking.get(0), ranking.get(1))
                .map(Question::parameter)
                .orElse(Firmness.ORDER);
    }

    private List<WhatIf> whatIf(int here, List<Track> ranking) {
        return ranking.stream()
                .skip(1)
                .flatMap(track -> turns.smallest(here, track).stream().map(there -> whatIf(here, there, track)))
                .toList();
    }

    private WhatIf whatIf(int here, int there, Track track) {
        var changes = turns.changed(here, there).stream()
                .map(question -> change(
                        space.answer(question, space.placeAt(here, question)),
                        space.answer(question, space.placeAt(there, question))))
                .toList();
        return new WhatIf(track.code(), changes, levelWith(there, track));
    }

    private List<String> levelWith(int there, Track first) {
        return scoreboard.ranking(there).stream()
                .skip(1)
                .filter(track -> scoreboard.total(there, track) == scoreboard.total(there, first))
                .map(Track::code)
                .toList();
    }

    private static Change change(Answer before, Answer after) {
        return new Change(after.question().parameter(), after.codes(), after.insteadOf(before));
    }

    private @Nullable Unknown unknown(int here) {
        if (openEnds.unknown(here).isEmpty()) {
            return null;
        }
        var possible = openEnds.possibleFirsts(here).stream()
                .mapToObj(position -> guide.tracks().get(position).code())
                .toList();
        return new Unknown(
                possible,
                openEnds.worthFindingOut(here).map(Question::parameter).orElse(null));
    }

    private List<Alongside> alongside(Track first, Answers answers, LocalDate day) {
        return guide.companions().stream()
                .filter(companion -> companion.track().equals(first))
                .filter(companion -> companion.when().holds(answers))
                .filter(companion -> companion.exam().isHeldOn(day))
                .map(Recommender::alongside)
                .toList();
    }

    private static Alongside alongside(AdditionalExam companion) {
        var exam = companion.exam();
        return new Alongside(
                exam.code(),
                exam.certification().name(),
                exam.priceUsd(),
                exam.minutes(),
                exam.validMonths(),
                exam.certification().url(),
                exam.checked(),
                companion.says());
    }

    private BookableExam exam(Track track, LocalDate day) {
        return BookableExam.of(calendar.on(track, day));
    }
}
