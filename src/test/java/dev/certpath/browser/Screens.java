package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What every page has to stand: wide and narrow, light and dark, in forced colours and on paper. */
final class Screens {

    private static final List<Look> ALL = List.of(
            Look.screen(1280, "light"), Look.screen(1280, "dark"), Look.screen(320, "dark"), Look.screen(320, "light"));

    private static final List<Look> WITHOUT_COLOURS = List.of(Look.forcedColours(), Look.print());

    private Screens() {}

    /** The browser complains of nothing, axe finds nothing, and nothing is missing or too wide. */
    static void assertFine(Browser browser, String name) {
        assertThat(browser.complaints()).as("complaints about %s", name).isEmpty();
        for (Look look : ALL) {
            browser.looksLike(look);
            assertThat(browser.axe()).as("axe on %s, %s", name, look.name()).isEmpty();
            assertThat(browser.covered())
                    .as("covered on %s, %s", name, look.name())
                    .isEmpty();
            assertFits(browser, name, look);
        }
        for (Look look : WITHOUT_COLOURS) {
            browser.looksLike(look);
            assertThat(browser.shows("h1"))
                    .as("%s shows its heading in %s", name, look.name())
                    .isTrue();
            assertFits(browser, name, look);
        }
        browser.looksLike(Look.screen(1280, "light"));
    }

    private static void assertFits(Browser browser, String name, Look look) {
        assertThat(browser.scrollsSideways())
                .as("%s scrolls sideways at %s", name, look.name())
                .isFalse();
    }
}
