package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Moves the focus with the Tab key and asserts that it is visible. */
final class KeyboardFocus {

    /** More than the focusable elements of any page. */
    private static final int MAX_TABS = 200;

    private static final int TABS_AT_ONCE = 20;
    private static final String TABS = Keys.TAB.toString().repeat(TABS_AT_ONCE);

    /** The text of the focused element: of a control that of its label, of an option without its explanation. */
    private static final String FOCUSED_TEXT = """
            (() => {
                const active = document.activeElement;
                const label = active.closest("label")?.querySelector("span") ?? active.labels?.[0];
                return (label ?? active).textContent.trim().replace(/\\s+/g, " ");
            })()""";

    /** Ignores every Tab key but the first once the wanted element has the focus. */
    private static final String STOP_AT_WANTED = """
            const wanted = arguments[0];
            const isFocused = () => %s;
            window.tabListener = new AbortController();
            window.isWantedFocused = isFocused;
            let tabs = 0;
            addEventListener("keydown", event => {
                if (event.key === "Tab" && tabs++ > 0 && isFocused()) event.preventDefault();
            }, { capture: true, signal: window.tabListener.signal });
            """;

    private final ChromeDriver driver;

    KeyboardFocus(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Returns the text of the focused element, or of its label. */
    String text() {
        return String.valueOf(driver.executeScript("return " + FOCUSED_TEXT));
    }

    /** Tells whether the focused element matches a CSS selector. */
    boolean matches(String selector) {
        return isTrue("return document.activeElement.matches(arguments[0])", selector);
    }

    /** Presses Tab until the element with this text is focused. */
    void tabToText(String text) {
        tabUntil(FOCUSED_TEXT + " === wanted", text);
    }

    /** Presses Tab until an element that matches a CSS selector is focused. */
    void tabToSelector(String selector) {
        tabUntil("document.activeElement.matches(wanted)", selector);
    }

    /**
     * Sends many keys at once, which is faster than to ask after each of them; the page ignores those that are too
     * many.
     */
    private void tabUntil(String condition, String wanted) {
        bringPageToFront();
        driver.executeScript(STOP_AT_WANTED.formatted(condition), wanted);
        var keyboard = new Actions(driver);
        for (int tabs = 0; tabs < MAX_TABS; tabs += TABS_AT_ONCE) {
            keyboard.sendKeys(TABS).perform();
            if (isTrue("return window.isWantedFocused()")) {
                driver.executeScript("window.tabListener.abort()");
                assertThat(Waiting.until(this::isVisible))
                        .as("the focus on '%s' is visible", wanted)
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("Tab never reached '" + wanted + "' on " + driver.getCurrentUrl());
    }

    /**
     * Makes the page the focused one of the browser; without that, it draws nothing as focused. A headless page becomes
     * focused with its first key event, so it gets one without effect. A page restored from the back/forward cache
     * needs {@code window.focus()} in addition, and may lose the focus again.
     */
    private void bringPageToFront() {
        if (!isInFront()) {
            new Actions(driver).keyDown(Keys.SHIFT).keyUp(Keys.SHIFT).perform();
            driver.executeScript("window.focus()");
            assertThat(Waiting.until(this::isInFront))
                    .as("%s is in front", driver.getCurrentUrl())
                    .isTrue();
        }
    }

    private boolean isInFront() {
        return isTrue("return document.hasFocus()");
    }

    /** Tells whether the focused element or its label has an outline or a shadow. */
    private boolean isVisible() {
        bringPageToFront();
        return isTrue("""
                const active = document.activeElement;
                return [active, active.closest("label") ?? active].map(element => getComputedStyle(element)).some(style =>
                    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
                """);
    }

    private boolean isTrue(String script, Object... arguments) {
        return Boolean.TRUE.equals(driver.executeScript(script, arguments));
    }
}
