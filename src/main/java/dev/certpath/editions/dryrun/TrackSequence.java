package dev.certpath.editions.dryrun;

import dev.certpath.recommend.Outcome;

/**
 * The two tracks that are recommended.
 *
 * @param first the code of the track to start with
 * @param second the code of the track to continue with
 */
public record TrackSequence(String first, String second) {

    static TrackSequence of(Outcome outcome) {
        return new TrackSequence(outcome.first(), outcome.second());
    }
}
