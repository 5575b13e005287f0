package dev.certpath.guide;

import java.util.Arrays;
import java.util.Locale;

/** The colours in which tracks are shown. The style sheet of the pages defines each of them. */
public enum TrackColour {
    ORANGE,
    GREEN,
    BLUE,
    VIOLET,
    TEAL,
    CRIMSON,
    OLIVE,
    SLATE;

    /** The colour of the track at a position, unless the guide names one. */
    static TrackColour at(int position) {
        return values()[position % values().length];
    }

    /** The names of all colours in guide files. */
    static String[] names() {
        return Arrays.stream(values()).map(TrackColour::toString).toArray(String[]::new);
    }

    /** The name in guide files and style sheets, such as {@code orange}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
