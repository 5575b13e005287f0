package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What every page has to stand: wide and narrow, light and dark, in forced colours and on paper. */
final class Screens {

    private static final List<Look> ALL = List.of(
            Look.screen(1280, "light"), Look.screen(1280, "dark"), Look.screen(320, "dark"), Look.screen(320, "light"));

    /** Both widths and both schemes, but not each with each. */
    private static final List<Look> ACROSS = List.of(Look.screen(1280, "light"), Look.screen(320, "dark"));

    private static final List<Look> WITHOUT_COLOURS = List.of(Look.forcedColours(), Look.print());

    private Screens() {}

    /** The browser complains of nothing, axe finds nothing, and nothing is missing, covered or too wide. */
    static void assertFine(Browser browser, String page) {
        assertFine(browser, page, ALL);
    }

    /** The same of a page that was looked at before, and is in another state now. */
    static void assertStaysFine(Browser browser, String state) {
        assertFine(browser, state, ACROSS);
    }

    private static void assertFine(Browser browser, String name, List<Look> looks) {
        assertThat(browser.complaints()).as("complaints about %s", name).isEmpty();
        for (Look look : looks) {
            browser.looksLike(look);
            assertThat(browser.axe()).as("axe on %s, %s", name, look.name()).isEmpty();
            assertNothingIsAmiss(browser, name, look);
        }
        for (Look look : WITHOUT_COLOURS) {
            browser.looksLike(look);
            assertNothingIsAmiss(browser, name, look);
        }
        browser.looksLike(Look.screen(1280, "light"));
    }

    private static void assertNothingIsAmiss(Browser browser, String name, Look look) {
        assertThat(browser.amiss()).as("%s, %s", name, look.name()).isEmpty();
    }
}
