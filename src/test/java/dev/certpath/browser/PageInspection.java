package dev.certpath.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/** Looks for accessibility violations (by axe) and layout problems in the current page. */
final class PageInspection {

    /** With the experimental rules, such as the one that the name of a control contains its visible words. */
    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental");

    /** Makes axe parse each colour only once: a page has few colours, and axe parses them for every piece of text. */
    private static final String CACHE_COLOURS = """
            {
                const { Color } = axe.commons.color;
                const parse = Color.prototype.parseString;
                const parsed = new Map();
                Color.prototype.parseString = function (text) {
                    if (!parsed.has(text)) parsed.set(text, parse.call(new Color(0, 0, 0), text));
                    const { r, g, b, alpha } = parsed.get(text);
                    return Object.assign(this, { r, g, b, alpha });
                };
            }
            """;

    /** The script that pages have to load before they are inspected. */
    static final String SCRIPT = resource("/axe.min.js") + CACHE_COLOURS;

    private final JavascriptExecutor page;

    PageInspection(JavascriptExecutor page) {
        this.page = page;
    }

    /** Returns what axe reports, each violation with its element. */
    List<String> accessibilityViolations() {
        return texts(page.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { runOnly: { type: "tag", values: arguments[0] }, resultTypes: ["violations"] })
                    .then(result => done(result.violations.flatMap(violation =>
                        violation.nodes.map(node => violation.id + " at " + node.target + ": " + node.failureSummary))))
                    .catch(failure => done(["axe failed: " + failure]));
                """, AXE_TAGS));
    }

    /** Reports a page without a heading or wider than the window, and controls that other elements cover. */
    List<String> layoutProblems() {
        return texts(page.executeScript("""
                const isCovered = element => {
                    if (!element.checkVisibility()) return false; // such as in a closed details element
                    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
                    const box = element.getClientRects()[0];
                    if (!box) return false;
                    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return top && !element.contains(top) && !top.contains(element);
                };
                const page = document.documentElement;
                return [
                    ...(document.querySelector("h1")?.checkVisibility() ? [] : ["no heading"]),
                    ...(page.scrollWidth > page.clientWidth ? ["scrolls sideways"] : []),
                    ...[...document.querySelectorAll("a, button, input, select, textarea, summary")]
                        .filter(isCovered).map(element => "covered: " + element.outerHTML)];
                """));
    }

    /** Returns the addresses of the files that were loaded before anything of the page could be drawn. */
    List<String> filesBeforeDrawing() {
        return texts(page.executeScript("""
                return performance.getEntriesByType("resource")
                    .filter(file => file.renderBlockingStatus === "blocking").map(file => file.name);
                """));
    }

    private static List<String> texts(Object result) {
        return ((List<?>) Objects.requireNonNull(result))
                .stream().map(String::valueOf).toList();
    }

    private static String resource(String name) {
        try (var content = Objects.requireNonNull(PageInspection.class.getResourceAsStream(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
