package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.TrackColour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The classes of tracks, and that the style sheet has a readable colour for each of them. */
class TrackTonesTest {

    private static final Path STYLE_SHEET = Path.of("src/main/css/certpath.css");

    /** The contrast that WCAG 2.2 requires of text (1.4.3, level AA). */
    private static final double MINIMUM_CONTRAST = 4.5;

    /** The largest part of a track's colour behind the figures of the insights. */
    private static final double DARKEST_SHADE = 0.4;

    @Test
    void classOfATrackIsNamedAfterItsColour() {
        var tones = new TrackTones(GuideYaml.published()
                .inEdition("colour: green", "colour: violet")
                .read());
        assertThat(tones.of("aws")).isEqualTo("tone-orange");
        assertThat(tones.of("google")).isEqualTo("tone-violet");
    }

    @Test
    void trackThatTheGuideDoesNotHaveHasNoColour() {
        assertThat(new TrackTones(GuideYaml.published().read()).of("retired")).isEqualTo("tone-none");
    }

    @ParameterizedTest
    @EnumSource(TrackColour.class)
    void styleSheetHasAClassForEachColour(TrackColour colour) throws IOException {
        assertThat(Files.readString(STYLE_SHEET))
                .containsPattern("\\.tone-" + colour + " \\{\\s+--tone: var\\(--" + colour + "\\);\\s+\\}");
    }

    @ParameterizedTest
    @EnumSource(TrackColour.class)
    void colourIsReadableInLightAndDark(TrackColour colour) throws IOException {
        for (int mode = 0; mode < 2; mode++) {
            var tone = colour("--" + colour, mode);
            var sheet = colour("--sheet", mode);
            assertThat(contrast(tone, colour("--paper", mode))).isGreaterThan(MINIMUM_CONTRAST);
            assertThat(contrast(tone, sheet)).isGreaterThan(MINIMUM_CONTRAST);
            assertThat(contrast(colour("--ink", mode), mix(tone, sheet))).isGreaterThan(MINIMUM_CONTRAST);
        }
    }

    /** Reads a custom property of the light mode, which comes first in the style sheet, or of the dark mode. */
    private static int[] colour(String property, int mode) throws IOException {
        var definition = Pattern.compile("\\s" + property + ": #([0-9a-f]{6});");
        var value = definition
                .matcher(Files.readString(STYLE_SHEET))
                .results()
                .skip(mode)
                .findFirst()
                .orElseThrow()
                .group(1);
        return IntStream.of(0, 2, 4)
                .map(index -> Integer.parseInt(value, index, index + 2, 16))
                .toArray();
    }

    private static int[] mix(int[] tone, int[] sheet) {
        return IntStream.range(0, 3)
                .map(index -> (int) Math.round(tone[index] * DARKEST_SHADE + sheet[index] * (1 - DARKEST_SHADE)))
                .toArray();
    }

    /** The contrast ratio as WCAG defines it. */
    private static double contrast(int[] one, int[] other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int[] colour) {
        var linear = IntStream.of(colour)
                .mapToDouble(value -> value / 255.0)
                .map(value -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4))
                .toArray();
        return DoubleStream.of(0.2126 * linear[0], 0.7152 * linear[1], 0.0722 * linear[2])
                .sum();
    }
}
