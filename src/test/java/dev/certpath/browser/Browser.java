package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.TestApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Controls a Chromium that opens pages of the shared application. */
final class Browser implements AutoCloseable {

    private final Chromium chromium;
    private final ChromeDriver driver;
    private final KeyboardFocus focus;
    private final PageInspection inspection;

    Browser(File executable, File chromedriver) {
        chromium = new Chromium(executable, chromedriver);
        chromium.addScript(PageInspection.SCRIPT);
        driver = chromium.driver();
        focus = new KeyboardFocus(driver);
        inspection = new PageInspection(driver);
    }

    /** Restores the default settings and clears the console. The current page stays. */
    void reset() {
        chromium.enableScripts(true);
        chromium.disconnectSecurityKey();
        usesViewport(Viewport.screen(1280, "light"));
        chromium.consoleMessages();
    }

    /** Clears the cookies, because a test that failed may not have logged out. */
    void clearCookies() {
        chromium.clearCookies();
    }

    Browser opens(String address) {
        driver.get(TestApplication.shared().address().resolve(address).toString());
        return this;
    }

    Browser usesViewport(Viewport viewport) {
        chromium.emulate(viewport);
        return this;
    }

    /** Disables JavaScript in pages that are loaded from now on, until the next {@link #reset}. */
    Browser disablesScripts() {
        chromium.enableScripts(false);
        return this;
    }

    /** Connects a security key without passkeys in place of an earlier one, until the next {@link #reset}. */
    Browser connectsNewSecurityKey() {
        chromium.connectNewSecurityKey();
        return this;
    }

    Browser goesBack() {
        driver.navigate().back();
        return this;
    }

    /** Clicks the link, button or option with this text. */
    Browser clicks(String text) {
        element(text).click();
        return this;
    }

    /** Clicks a link or button and waits until another page is loaded, which may have the same address. */
    Browser clicksAndLoads(String text) {
        return loadsPageAfter(() -> clicks(text));
    }

    /** Focuses a link or button with Tab, presses Enter and waits until another page is loaded. */
    Browser opensByKeyboard(String text) {
        tabsTo(text);
        return loadsPageAfter(() -> presses(Keys.ENTER));
    }

    /** Focuses the link that matches a CSS selector with Tab, presses Enter and waits until another page is loaded. */
    Browser opensLinkByKeyboard(String selector) {
        focus.tabToSelector(selector);
        return loadsPageAfter(() -> presses(Keys.ENTER));
    }

    /** Types into the field with this name. */
    Browser types(String name, String text) {
        driver.findElement(By.name(name)).sendKeys(text);
        return this;
    }

    /** Clears the field that matches a CSS selector and types into it. */
    Browser retypes(String selector, String text) {
        var field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Waits until an element that matches a CSS selector is visible, and returns its text. */
    String waitsFor(String selector) {
        assertThat(Waiting.until(() -> shows(selector))).as(selector).isTrue();
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** Returns the value of the field with this name. */
    String value(String name) {
        return String.valueOf(driver.findElement(By.name(name)).getDomProperty("value"));
    }

    /** Presses Tab until the element with this text is focused, and asserts that the focus is visible. */
    Browser tabsTo(String text) {
        focus.tabToText(text);
        return this;
    }

    /** Presses keys in the focused element. */
    Browser presses(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Presses keys in the focused element and waits until another page is loaded. */
    Browser pressesAndLoads(CharSequence... keys) {
        return loadsPageAfter(() -> presses(keys));
    }

    /** Returns the text of the focused element, or of its label. */
    String focusedText() {
        return focus.text();
    }

    /** Tells whether the focused element matches a CSS selector. */
    boolean hasFocus(String selector) {
        return focus.matches(selector);
    }

    /** Waits for a page with this heading in its title. */
    Browser seesHeading(String heading) {
        Waiting.until(
                () -> isLoaded() && heading.concat(" - Certification path").equals(driver.getTitle()));
        assertThat(driver.getTitle()).isEqualTo(heading + " - Certification path");
        return this;
    }

    /** Waits for a page whose address matches a regular expression. */
    Browser isOn(String pattern) {
        Waiting.until(() -> isLoaded() && address().matches(pattern));
        assertThat(address()).matches(pattern);
        return this;
    }

    /** Tells whether the option with this label is ticked. */
    boolean isTicked(String option) {
        return element(option)
                .findElement(By.xpath("ancestor-or-self::label//input"))
                .isSelected();
    }

    /** Returns the visible text of every element that matches a CSS selector. */
    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Tells whether an element that matches a CSS selector is visible. */
    boolean shows(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    /** Saves downloaded files in a folder. */
    Browser downloadsTo(Path folder) {
        chromium.downloadTo(folder);
        return this;
    }

    /** Waits for one file whose name matches a regular expression, and returns its content. */
    String downloadedFile(Path folder, String pattern) {
        assertThat(Waiting.until(() -> files(folder, pattern).size() == 1))
                .as("a file in %s", folder)
                .isTrue();
        try {
            return Files.readString(files(folder, pattern).get(0));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Saves a screenshot of the whole page. */
    void savesScreenshot(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, chromium.screenshot());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Reports what axe finds in the page. */
    List<String> accessibilityViolations() {
        return inspection.accessibilityViolations();
    }

    /** Reports a missing heading, a page that scrolls sideways and covered controls. */
    List<String> layoutProblems() {
        return inspection.layoutProblems();
    }

    /** Returns the addresses of the files that were loaded before anything of the page could be drawn. */
    List<String> filesBeforeDrawing() {
        return inspection.filesBeforeDrawing();
    }

    /**
     * Returns the console messages since the last call, except for responses with a status of 4xx, which tests expect.
     */
    List<String> consoleMessages() {
        return chromium.consoleMessages().stream()
                .filter(message -> !message.matches(".* the server responded with a status of 4\\d\\d .*"))
                .toList();
    }

    @Override
    public void close() {
        chromium.close();
    }

    private Browser loadsPageAfter(Runnable action) {
        var before = root();
        action.run();
        assertThat(Waiting.until(() -> isLoaded() && !root().equals(before)))
                .as("another page than %s", address())
                .isTrue();
        return this;
    }

    /** The root element, which differs for each loaded page. */
    private WebElement root() {
        return driver.findElement(By.tagName("html"));
    }

    private boolean isLoaded() {
        return Boolean.TRUE.equals(driver.executeScript("return document.readyState === 'complete'"));
    }

    private WebElement element(String text) {
        var selector = By.xpath("(//a | //button | //label/span)[normalize-space()=\"" + text + "\"]");
        Waiting.until(() -> !driver.findElements(selector).isEmpty());
        return driver.findElement(selector);
    }

    private static List<Path> files(Path folder, String pattern) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
