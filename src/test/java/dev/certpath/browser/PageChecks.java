package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Checks a page in several viewports: wide and narrow, light and dark, in forced colours and printed. */
final class PageChecks {

    /** Viewports with the same width are adjacent, because a change of the width takes longest. */
    private static final List<Viewport> ALL = List.of(
            Viewport.screen(1280, "light"),
            Viewport.screen(1280, "dark"),
            Viewport.forcedColours(),
            Viewport.screen(320, "dark"),
            Viewport.screen(320, "light"),
            Viewport.print());

    /** Both widths and both colour schemes, but not all combinations. */
    private static final List<Viewport> SAMPLE = List.of(
            Viewport.screen(1280, "light"), Viewport.forcedColours(), Viewport.screen(320, "dark"), Viewport.print());

    private PageChecks() {}

    /**
     * Asserts that the console is empty, that drawing waits for one style sheet only, and that neither axe nor the layout
     * checks report anything, in all viewports.
     */
    static void assertNoProblems(Browser browser, String page) {
        assertNoProblems(browser, page, ALL);
    }

    /** Asserts the same in a sample of the viewports, for further states of a page that was checked in all of them. */
    static void assertNoProblemsInSample(Browser browser, String state) {
        assertNoProblems(browser, state, SAMPLE);
    }

    private static void assertNoProblems(Browser browser, String name, List<Viewport> viewports) {
        assertThat(browser.consoleMessages()).as("console of %s", name).isEmpty();
        assertThat(browser.filesBeforeDrawing())
                .as("files that block %s", name)
                .singleElement()
                .asString()
                .endsWith(".css");
        for (Viewport viewport : viewports) {
            browser.usesViewport(viewport);
            if (viewport.usesPageColours()) {
                assertThat(browser.accessibilityViolations())
                        .as("axe on %s, %s", name, viewport.name())
                        .isEmpty();
            }
            assertThat(browser.layoutProblems())
                    .as("%s, %s", name, viewport.name())
                    .isEmpty();
        }
        browser.usesViewport(Viewport.screen(1280, "light"));
    }
}
