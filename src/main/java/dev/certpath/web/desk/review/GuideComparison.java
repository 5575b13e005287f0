package dev.certpath.web.desk.review;

import dev.certpath.cases.GuideReevaluation;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Ranked;
import dev.certpath.web.desk.FormMessages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts what today's guide would say beside what a student was told. */
@Component
class GuideComparison {

    private final GuideReevaluation guide;
    private final FormMessages words;

    GuideComparison(GuideReevaluation guide, FormMessages words) {
        this.guide = guide;
        this.words = words;
    }

    /**
     * What differs.
     *
     * @param readable whether today's guide still asks such questions
     * @param differences the differences, if it does
     */
    public record Comparison(boolean readable, List<Difference> differences) {}

    /**
     * A difference, in words.
     *
     * @param what what it is about
     * @param told what the student was told
     * @param today what they would be told today
     */
    public record Difference(String what, String told, String today) {}

    Comparison compare(Recommendation told) {
        return guide.reevaluate(told)
                .map(today -> new Comparison(true, differences(told, today)))
                .orElseGet(() -> new Comparison(false, List.of()));
    }

    private List<Difference> differences(Recommendation told, Recommendation today) {
        var all = new ArrayList<Difference>();
        all.add(new Difference(
                words.text("beside.first"),
                step(told, told.first().track(), told.first().exam()),
                step(today, today.first().track(), today.first().exam())));
        all.add(new Difference(
                words.text("beside.second"),
                step(told, told.second().track(), told.second().exam()),
                step(today, today.second().track(), today.second().exam())));
        all.add(new Difference(words.text("beside.firmness"), firmness(told), firmness(today)));
        var tracks = new LinkedHashMap<String, String>();
        Stream.of(told, today)
                .flatMap(one -> one.tracks().stream())
                .forEach(track -> tracks.putIfAbsent(track.code(), track.name()));
        tracks.forEach((code, name) ->
                all.add(new Difference(words.text("beside.points", name), points(told, code), points(today, code))));
        return all.stream().filter(one -> !one.told().equals(one.today())).toList();
    }

    private String step(Recommendation whole, String track, BookableExam exam) {
        return words.text("beside.step", whole.track(track).name(), exam.code());
    }

    private String firmness(Recommendation whole) {
        return words.text("beside.firmness." + whole.firmness().level());
    }

    private String points(Recommendation whole, String track) {
        return whole.ranking().stream()
                .filter(ranked -> ranked.track().equals(track))
                .map(Ranked::points)
                .map(String::valueOf)
                .findFirst()
                .orElseGet(() -> words.text("beside.none"));
    }
}
