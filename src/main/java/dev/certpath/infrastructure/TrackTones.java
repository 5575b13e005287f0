package dev.certpath.infrastructure;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import java.util.Map;

/**
 * The classes of the style sheet that show elements in the colour of a track. Templates use it as {@code tones}. Saved
 * recommendations don't have colours, so those of the guide in force apply to them.
 */
public final class TrackTones {

    /** The class for tracks that the guide does not have any more; they are shown in the colour of text. */
    private static final String NO_TONE = "tone-none";

    private final Map<String, String> classes;

    TrackTones(Guide guide) {
        this.classes =
                guide.tracks().stream().collect(toUnmodifiableMap(Track::code, track -> "tone-" + track.colour()));
    }

    /** The class for a track, such as {@code tone-orange}, by the code of the track. */
    public String of(String track) {
        return classes.getOrDefault(track, NO_TONE);
    }
}
