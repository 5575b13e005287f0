package dev.certpath.recommend;

import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Recommendation.Second;
import java.util.List;

/**
 * The track to continue with.
 *
 * @param track the track
 * @param why how it was chosen
 */
record SecondTrack(Track track, Second.Why why) {

    /**
     * Chooses the track that usually follows the first, unless the answers speak for another one by enough points.
     *
     * @param ranking all tracks, best first
     * @param totals their points, by position
     */
    static SecondTrack of(List<Track> ranking, int[] totals, Guide guide) {
        var best = ranking.get(1);
        var usual = ranking.get(0).usuallyNext();
        for (Track track : ranking) {
            int lead = totals[best.position()] - totals[track.position()];
            if (track.code().equals(usual) && lead < guide.overrideLead()) {
                return new SecondTrack(track, Second.Why.SEQUENCE);
            }
        }
        return new SecondTrack(best, Second.Why.ANSWERS);
    }
}
