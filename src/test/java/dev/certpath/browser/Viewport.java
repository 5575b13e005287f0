package dev.certpath.browser;

import java.util.Map;

/**
 * How a page is displayed.
 *
 * @param name the description in test reports
 * @param width the width of the window, in pixels
 * @param media screen or print
 * @param features the media features that the user's system sets
 */
record Viewport(String name, int width, String media, Map<String, String> features) {

    /** A screen with this width and colour scheme; reduced motion keeps axe from measuring colours in transition. */
    static Viewport screen(int width, String scheme) {
        return new Viewport(
                width + " px, " + scheme,
                width,
                "screen",
                Map.of("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce"));
    }

    /** Tells whether the page is displayed in its own colours, not in those of a system or a printer. */
    boolean usesPageColours() {
        return features.containsKey("prefers-color-scheme");
    }

    /** A screen in forced colours, the few that the user's system allows. */
    static Viewport forcedColours() {
        return new Viewport("forced colours", 1280, "screen", Map.of("forced-colors", "active"));
    }

    /** Printed on paper. */
    static Viewport print() {
        return new Viewport("print", 720, "print", Map.of());
    }
}
