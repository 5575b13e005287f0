package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What every page has to stand: wide and narrow, light and dark. */
final class Screens {

    private static final List<Look> ALL = List.of(
            Look.screen(1280, "light"), Look.screen(1280, "dark"), Look.screen(320, "dark"), Look.screen(320, "light"));

    private Screens() {}

    /** The browser complains of nothing, axe finds nothing, and nothing is too wide. */
    static void assertFine(Browser browser, String name) {
        assertThat(browser.complaints()).as("complaints about %s", name).isEmpty();
        for (Look look : ALL) {
            browser.looksLike(look);
            assertThat(browser.axe()).as("axe on %s, %s", name, look.name()).isEmpty();
            assertThat(browser.scrollsSideways())
                    .as("%s scrolls sideways at %s", name, look.name())
                    .isFalse();
        }
        browser.looksLike(Look.screen(1280, "light"));
    }
}
