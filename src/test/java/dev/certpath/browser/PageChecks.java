package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What every page has to stand: wide and narrow, light and dark, in forced colours and on paper. */
final class PageChecks {

    /** Looks of one width follow each other: to make a page narrower takes a browser longer than to make it dark. */
    private static final List<Viewport> ALL = List.of(
            Viewport.screen(1280, "light"),
            Viewport.screen(1280, "dark"),
            Viewport.forcedColours(),
            Viewport.screen(320, "dark"),
            Viewport.screen(320, "light"),
            Viewport.print());

    /** Both widths and both schemes, but not each with each. */
    private static final List<Viewport> ACROSS = List.of(
            Viewport.screen(1280, "light"), Viewport.forcedColours(), Viewport.screen(320, "dark"), Viewport.print());

    private PageChecks() {}

    /** The browser complains of nothing, axe finds nothing, and nothing is missing, covered or too wide. */
    static void assertFine(Browser browser, String page) {
        assertFine(browser, page, ALL);
    }

    /** The same of a page that was looked at before, and is in another state now. */
    static void assertStaysFine(Browser browser, String state) {
        assertFine(browser, state, ACROSS);
    }

    private static void assertFine(Browser browser, String name, List<Viewport> looks) {
        assertThat(browser.complaints()).as("complaints about %s", name).isEmpty();
        for (Viewport look : looks) {
            browser.looksLike(look);
            if (look.isInOurColours()) {
                assertThat(browser.axe()).as("axe on %s, %s", name, look.name()).isEmpty();
            }
            assertThat(browser.amiss()).as("%s, %s", name, look.name()).isEmpty();
        }
        browser.looksLike(Viewport.screen(1280, "light"));
    }
}
