package dev.certpath.web.desk.review;

import dev.certpath.cases.GuideReevaluation;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Ranked;
import dev.certpath.web.desk.DeskMessages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sets what a student was told beside what today's guide recommends for the same answers. */
@Component
class GuideComparison {

    private final GuideReevaluation reevaluation;
    private final DeskMessages messages;

    GuideComparison(GuideReevaluation reevaluation, DeskMessages messages) {
        this.reevaluation = reevaluation;
        this.messages = messages;
    }

    /**
     * The result of a comparison.
     *
     * @param today the source of today's values; empty if today's guide lacks one of these questions or options
     * @param lines what is compared, in the order of the page; without today's guide, both values are those told
     */
    public record Comparison(Optional<Source> today, List<Line> lines) {}

    /**
     * What values are based on.
     *
     * @param asOf the day of the exams
     * @param guideEdition the edition of the guide
     */
    public record Source(LocalDate asOf, int guideEdition) {}

    /**
     * A value of both recommendations, as text.
     *
     * @param subject what is compared
     * @param told the value in the saved recommendation
     * @param today the value in today's recommendation
     */
    public record Line(String subject, String told, String today) {

        /** Whether the values differ. */
        public boolean differs() {
            return !told.equals(today);
        }
    }

    Comparison compare(Recommendation saved) {
        return reevaluation
                .reevaluate(saved)
                .map(today -> new Comparison(
                        Optional.of(new Source(today.asOf(), today.guideEdition())), lines(saved, today)))
                .orElseGet(() -> new Comparison(Optional.empty(), lines(saved, saved)));
    }

    private List<Line> lines(Recommendation saved, Recommendation today) {
        var lines = new ArrayList<>(List.of(
                line("first", first(saved), first(today)),
                line(
                        "first-exam",
                        exam(saved.first().exam()),
                        exam(today.first().exam())),
                line("second", second(saved), second(today)),
                line(
                        "second-exam",
                        exam(saved.second().exam()),
                        exam(today.second().exam())),
                line("price", price(saved), price(today)),
                line("firmness", firmness(saved), firmness(today))));
        differentPoints(saved, today).forEach(lines::add);
        differentRules(saved, today).forEach(lines::add);
        return List.copyOf(lines);
    }

    private Line line(String subject, String told, String today) {
        return new Line(messages.text("comparison." + subject), told, today);
    }

    private static String first(Recommendation recommendation) {
        return recommendation.track(recommendation.first().track()).name();
    }

    private static String second(Recommendation recommendation) {
        return recommendation.track(recommendation.second().track()).name();
    }

    private String exam(BookableExam exam) {
        return messages.text("comparison.exam", exam.code(), exam.name(), exam.priceUsd());
    }

    private String price(Recommendation recommendation) {
        return messages.text(
                "comparison.usd",
                recommendation.first().exam().priceUsd()
                        + recommendation.second().exam().priceUsd());
    }

    private String firmness(Recommendation recommendation) {
        var firmness = recommendation.firmness();
        return messages.text("comparison.firmness." + firmness.level(), firmness.lead());
    }

    /** Points are in the receipt; only those that today's guide counts differently are compared. */
    private Stream<Line> differentPoints(Recommendation saved, Recommendation today) {
        return trackNames(saved, today).entrySet().stream()
                .map(track -> new Line(
                        messages.text("comparison.points", track.getValue()),
                        points(saved, track.getKey()),
                        points(today, track.getKey())))
                .filter(Line::differs);
    }

    /** The rules that make the difference: those that applied to the answers and have other points now, or apply only once. */
    private Stream<Line> differentRules(Recommendation saved, Recommendation today) {
        var told = rulePoints(saved);
        var now = rulePoints(today);
        return Stream.concat(told.keySet().stream(), now.keySet().stream())
                .distinct()
                .map(rule -> new Line(
                        messages.text("comparison.rule", rule),
                        messages.text("comparison.rule.points", told.getOrDefault(rule, 0)),
                        messages.text("comparison.rule.points", now.getOrDefault(rule, 0))))
                .filter(Line::differs);
    }

    private static Map<String, Integer> rulePoints(Recommendation recommendation) {
        var points = new LinkedHashMap<String, Integer>();
        recommendation
                .ranking()
                .forEach(ranked -> ranked.reasons().forEach(reason -> points.put(reason.rule(), reason.points())));
        return points;
    }

    private static Map<String, String> trackNames(Recommendation saved, Recommendation today) {
        var names = new LinkedHashMap<String, String>();
        Stream.of(saved, today)
                .flatMap(recommendation -> recommendation.tracks().stream())
                .forEach(track -> names.putIfAbsent(track.code(), track.name()));
        return names;
    }

    private String points(Recommendation recommendation, String track) {
        return recommendation.ranking().stream()
                .filter(ranked -> ranked.track().equals(track))
                .map(Ranked::points)
                .map(String::valueOf)
                .findFirst()
                .orElseGet(() -> messages.text("comparison.none"));
    }
}
