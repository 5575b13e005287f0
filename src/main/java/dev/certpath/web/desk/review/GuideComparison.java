package dev.certpath.web.desk.review;

import dev.certpath.cases.GuideReevaluation;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Ranked;
import dev.certpath.web.desk.DeskMessages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compares a saved recommendation with the one that today's guide makes for the same answers. */
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
     * @param applicable whether today's guide still has these questions and options
     * @param differences the differences; empty if not applicable
     */
    public record Comparison(boolean applicable, List<Difference> differences) {}

    /**
     * A difference, as shown.
     *
     * @param subject what is compared
     * @param saved the value in the saved recommendation
     * @param today the value in today's recommendation
     */
    public record Difference(String subject, String saved, String today) {}

    Comparison compare(Recommendation saved) {
        return reevaluation
                .reevaluate(saved)
                .map(today -> new Comparison(true, differences(saved, today)))
                .orElseGet(() -> new Comparison(false, List.of()));
    }

    private List<Difference> differences(Recommendation saved, Recommendation today) {
        var compared = new ArrayList<Difference>();
        compared.add(new Difference(
                messages.text("comparison.first"),
                step(saved, saved.first().track(), saved.first().exam()),
                step(today, today.first().track(), today.first().exam())));
        compared.add(new Difference(
                messages.text("comparison.second"),
                step(saved, saved.second().track(), saved.second().exam()),
                step(today, today.second().track(), today.second().exam())));
        compared.add(new Difference(messages.text("comparison.firmness"), firmness(saved), firmness(today)));
        trackNames(saved, today)
                .forEach((code, name) -> compared.add(new Difference(
                        messages.text("comparison.points", name), points(saved, code), points(today, code))));
        return compared.stream()
                .filter(difference -> !difference.saved().equals(difference.today()))
                .toList();
    }

    private static Map<String, String> trackNames(Recommendation saved, Recommendation today) {
        var names = new LinkedHashMap<String, String>();
        Stream.of(saved, today)
                .flatMap(recommendation -> recommendation.tracks().stream())
                .forEach(track -> names.putIfAbsent(track.code(), track.name()));
        return names;
    }

    private String step(Recommendation recommendation, String track, BookableExam exam) {
        return messages.text("comparison.step", recommendation.track(track).name(), exam.code());
    }

    private String firmness(Recommendation recommendation) {
        return messages.text("comparison.firmness." + recommendation.firmness().level());
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
