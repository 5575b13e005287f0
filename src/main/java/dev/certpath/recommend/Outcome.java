package dev.certpath.recommend;

import dev.certpath.recommend.Recommendation.Firmness;

/**
 * What is recommended for a combination of answers, without points, exams and texts.
 *
 * @param first the code of the track to start with
 * @param second the code of the track to continue with
 * @param level how firmly the first track is recommended
 */
public record Outcome(String first, String second, Firmness.Level level) {

    /** Whether another outcome has the same first and second track. */
    public boolean hasSameTracksAs(Outcome other) {
        return first.equals(other.first) && second.equals(other.second);
    }
}
