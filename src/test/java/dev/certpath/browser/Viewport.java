package dev.certpath.browser;

import java.util.Map;

/**
 * How a page is looked at.
 *
 * @param name in words
 * @param width the width of the window, in pixels
 * @param media screen or print
 * @param features what the visitor's system asks for
 */
record Viewport(String name, int width, String media, Map<String, String> features) {

    /** On a screen of that width, light or dark, and without motion, so that no colour is measured on its way. */
    static Viewport screen(int width, String scheme) {
        return new Viewport(
                width + " px, " + scheme,
                width,
                "screen",
                Map.of("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce"));
    }

    /** Whether it has the colours that we chose, and not those of a system or a printer. */
    boolean isInOurColours() {
        return features.containsKey("prefers-color-scheme");
    }

    /** In the few colours that the visitor's system allows. */
    static Viewport forcedColours() {
        return new Viewport("forced colours", 1280, "screen", Map.of("forced-colors", "active"));
    }

    /** On paper. */
    static Viewport print() {
        return new Viewport("print", 720, "print", Map.of());
    }
}
