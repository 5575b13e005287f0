package dev.certpath.web.questionnaire;

import dev.certpath.guide.Guide;
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

/** The texts and figures of a recommendation's page that the template does not take from the recommendation itself. */
public final class RecommendationView {

    private final Recommendation recommendation;
    private final Guide guide;
    private final QuestionnaireUrls urls;
    private final Optional<String> owner;
    private final Map<String, List<String>> codes = new LinkedHashMap<>();

    /**
     * Creates the view.
     *
     * @param owner the id of the case, for the links that only its owner has; empty for the read-only page
     */
    RecommendationView(Recommendation recommendation, Guide guide, QuestionnaireUrls urls, Optional<String> owner) {
        this.recommendation = recommendation;
        this.guide = guide;
        this.urls = urls;
        this.owner = owner;
        recommendation.answered().forEach(answer -> codes.put(answer.question(), answer.codes()));
    }

    /**
     * A change of answers that puts another track first.
     *
     * @param condition the change, in the middle of a sentence after "if"
     * @param track the name of the track that comes first then
     * @param levelWith the names of the tracks with as many points; empty where it leads
     * @param url the comparison with the changed answers; empty on the read-only page
     */
    public record AnswerChange(String condition, String track, String levelWith, Optional<String> url) {}

    /**
     * A heading.
     *
     * @param key the last part of the key of its message
     * @param argument the argument of its message
     */
    public record Headline(String key, String argument) {}

    /**
     * A track that does not come first.
     *
     * @param name the name
     * @param points the points
     * @param behind how many points fewer it has than the first track
     * @param reasons the texts of the rules that give it points
     */
    public record OtherTrack(String name, int points, int behind, List<String> reasons) {}

    /**
     * The heading for the result by points: the tracks that tie, or the certification to start with. It says that it is
     * preliminary if unknown answers can put another track first.
     */
    public Headline headline() {
        var leaders = recommendation.leaders().stream().map(TrackName::name).toList();
        var open = !otherPossibleFirsts().isEmpty();
        return leaders.size() > 1
                ? new Headline(open ? "now-tie" : "tie", TextJoiner.joinWithAnd(leaders))
                : new Headline(
                        open ? "now" : "start", recommendation.first().exam().shortName());
    }

    /** The check page with the same answers, to get a recommendation for today; empty on the read-only page. */
    public Optional<String> restartUrl() {
        return owner.map(id -> urls.check(codes));
    }

    /** The name of a track, for its code. */
    public String trackName(String track) {
        return recommendation.track(track).name();
    }

    /** The points of a track, for its code. */
    public int points(String track) {
        return recommendation.ranked(track).points();
    }

    /** The question that broke a tie, as a subject in the middle of a sentence; empty where none did. */
    public Optional<String> tieBreaker() {
        return Optional.ofNullable(recommendation.firmness().brokenBy())
                .filter(question -> !question.equals(Recommendation.Firmness.ORDER))
                .map(this::subject);
    }

    /** The questions of which another answer alone changes the first, joined with "or"; empty without any. */
    public String decisiveQuestions() {
        return TextJoiner.joinWithOr(
                recommendation.firmness().hangsOn().stream().map(this::subject).toList());
    }

    /** The tracks that don't come first, in ranking order. */
    public List<OtherTrack> otherTracks() {
        int highest = recommendation.ranking().get(0).points();
        return recommendation.ranking().stream()
                .skip(1)
                .map(ranked -> otherTrack(ranked, highest))
                .toList();
    }

    /** The code of the best track that comes neither first nor second; empty where there are only two tracks. */
    public Optional<String> thirdTrack() {
        return recommendation.ranking().stream()
                .map(Ranked::track)
                .filter(track -> !track.equals(recommendation.first().track())
                        && !track.equals(recommendation.second().track()))
                .findFirst();
    }

    /** The points of the second track minus those of another one; negative where the usual order put it second. */
    public int leadOfSecond(String other) {
        return points(recommendation.second().track()) - points(other);
    }

    /** The smallest change of answers for each other track. */
    public List<AnswerChange> answerChanges() {
        return recommendation.whatIf().stream().map(this::answerChange).toList();
    }

    /** The names of the other tracks that can come first, depending on what is not known, joined with "and". */
    public String otherPossibleFirsts() {
        var unknown = recommendation.unknown();
        return unknown == null
                ? ""
                : TextJoiner.joinWithAnd(unknown.possibleFirsts().stream()
                        .filter(track -> !track.equals(recommendation.first().track()))
                        .map(this::trackName)
                        .toList());
    }

    /** The unknown answer that is most worth finding out; empty where it makes no difference. */
    public Optional<Recommendation.Answered> answerToFindOut() {
        return Optional.ofNullable(recommendation.unknown())
                .flatMap(unknown -> Optional.ofNullable(unknown.findOut()))
                .map(recommendation::answer);
    }

    /** The page to change an answer; empty if the guide in force does not have the question, or on the read-only page. */
    public Optional<String> changeUrl(Recommendation.Answered answer) {
        return owner.flatMap(id ->
                guide.findQuestion(answer.code()).map(question -> urls.changeAnswerOf(id, question.code(), codes)));
    }

    private OtherTrack otherTrack(Ranked ranked, int highest) {
        return new OtherTrack(
                trackName(ranked.track()),
                ranked.points(),
                highest - ranked.points(),
                ranked.reasons().stream().map(Reason::text).toList());
    }

    private AnswerChange answerChange(WhatIf whatIf) {
        var changes = new HashMap<String, List<String>>();
        whatIf.changes().forEach(change -> changes.put(change.question(), change.to()));
        return new AnswerChange(
                TextJoiner.joinWithAnd(
                        whatIf.changes().stream().map(Change::text).toList()),
                trackName(whatIf.track()),
                TextJoiner.joinWithAnd(
                        whatIf.levelWith().stream().map(this::trackName).toList()),
                owner.map(id -> urls.whatIf(id, codes, changes)));
    }

    private String subject(String question) {
        return recommendation.answer(question).subject();
    }
}
