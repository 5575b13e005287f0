package dev.certpath.web.questionnaire;

import dev.certpath.guide.TextJoiner;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Change;
import dev.certpath.recommend.Recommendation.Ranked;
import dev.certpath.recommend.Recommendation.Reason;
import dev.certpath.recommend.Recommendation.TrackName;
import dev.certpath.recommend.Recommendation.WhatIf;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a recommendation's page tells beside its cards and its receipt, ready for the sentences of the template. */
public final class RecommendationView {

    private final Recommendation recommendation;
    private final QuestionnaireUrls addresses;
    private final Map<String, List<String>> codes = new LinkedHashMap<>();

    RecommendationView(Recommendation recommendation, QuestionnaireUrls addresses) {
        this.recommendation = recommendation;
        this.addresses = addresses;
        recommendation.answered().forEach(answer -> codes.put(answer.question(), answer.codes()));
    }

    /**
     * A change of answers and what it would lead to.
     *
     * @param condition the change, after an "if"
     * @param track the track that would come first
     * @param levelWith the tracks that would have as many points; empty where it leads
     * @param address the check page with the change filled in
     */
    public record Turn(String condition, String track, String levelWith, String address) {}

    /**
     * A heading.
     *
     * @param kind what it says
     * @param of of what it says it
     */
    public record Headline(String kind, String of) {}

    /**
     * A track that does not come first.
     *
     * @param name its name
     * @param points what it has
     * @param behind how many points fewer than the first
     * @param reasons what speaks for it
     */
    public record Other(String name, int points, int behind, List<String> reasons) {}

    /** What the points say, in a heading: all tracks that share the lead, or the one certification to start with. */
    public Headline byPoints() {
        var leaders = recommendation.leaders().stream().map(TrackName::name).toList();
        return leaders.size() > 1
                ? new Headline("tie", TextJoiner.joinWithAnd(leaders))
                : new Headline("start", recommendation.first().exam().shortName());
    }

    /** The name of the track of that code. */
    public String name(String track) {
        return recommendation.track(track).name();
    }

    /** The question that decided a tie, in the middle of a sentence; empty where none did. */
    public Optional<String> brokenBy() {
        return Optional.ofNullable(recommendation.firmness().brokenBy())
                .filter(question -> !question.equals(Recommendation.Firmness.ORDER))
                .map(this::subject);
    }

    /** The answers that the first hangs on: "employer cloud or kind of role"; empty where no single one changes it. */
    public String hangsOn() {
        return TextJoiner.joinWithOr(
                recommendation.firmness().hangsOn().stream().map(this::subject).toList());
    }

    /** The other tracks, in ranking order. */
    public List<Other> others() {
        int most = recommendation.ranking().get(0).points();
        return recommendation.ranking().stream()
                .skip(1)
                .map(ranked -> other(ranked, most))
                .toList();
    }

    /** The points of the track of that code. */
    public int points(String track) {
        return recommendation.ranked(track).points();
    }

    /** The best track that comes neither first nor second. */
    public String third() {
        return recommendation.ranking().stream()
                .map(Ranked::track)
                .filter(track -> !track.equals(recommendation.first().track())
                        && !track.equals(recommendation.second().track()))
                .findFirst()
                .orElseThrow();
    }

    /** By how many points the second is ahead of the third; less than 0 where the usual order decided against them. */
    public int secondAhead() {
        return points(recommendation.second().track()) - points(third());
    }

    /** The smallest change for each other track. */
    public List<Turn> turns() {
        return recommendation.whatIf().stream().map(this::turn).toList();
    }

    /** The names of the tracks that can still come first. */
    public String possibleFirsts() {
        var unknown = recommendation.unknown();
        return unknown == null
                ? ""
                : TextJoiner.joinWithOr(
                        unknown.possibleFirsts().stream().map(this::name).toList());
    }

    /** The question most worth finding out; empty where it makes no difference. */
    public Optional<Recommendation.Answered> findOut() {
        return Optional.ofNullable(recommendation.unknown())
                .flatMap(unknown -> Optional.ofNullable(unknown.findOut()))
                .map(recommendation::answer);
    }

    /** The page on which an answer can be changed. */
    public String change(Recommendation.Answered answer) {
        return addresses.change(answer.code(), codes);
    }

    /** The check page with these answers. */
    public String check() {
        return addresses.check(codes);
    }

    private Other other(Ranked ranked, int most) {
        return new Other(
                name(ranked.track()),
                ranked.points(),
                most - ranked.points(),
                ranked.reasons().stream().map(Reason::text).toList());
    }

    private Turn turn(WhatIf whatIf) {
        var changes = new HashMap<String, List<String>>();
        whatIf.changes().forEach(change -> changes.put(change.question(), change.to()));
        return new Turn(
                TextJoiner.joinWithAnd(
                        whatIf.changes().stream().map(Change::text).toList()),
                name(whatIf.track()),
                TextJoiner.joinWithAnd(
                        whatIf.levelWith().stream().map(this::name).toList()),
                addresses.check(codes, changes));
    }

    private String subject(String question) {
        return recommendation.answer(question).subject();
    }
}
