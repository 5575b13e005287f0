package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.TestApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.springframework.util.FileSystemUtils;

/** A real browser that looks at the shared site. */
final class Browser implements AutoCloseable {

    private static final String AXE = resource("/axe.min.js");
    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Each text's colour, and those of all that it lies on, are a few of the page's, over and over. */
    private static final String AXE_READS_A_COLOUR_ONCE = """
            {
                const { Color } = axe.commons.color;
                const read = Color.prototype.parseString;
                const known = new Map();
                Color.prototype.parseString = function (text) {
                    if (!known.has(text)) known.set(text, read.call(new Color(0, 0, 0), text));
                    const { r, g, b, alpha } = known.get(text);
                    return Object.assign(this, { r, g, b, alpha });
                };
            }
            """;

    /** More stops than any page has. */
    private static final int MOST_TABS = 200;

    private static final int TABS_AT_ONCE = 20;
    private static final String TABS = Keys.TAB.toString().repeat(TABS_AT_ONCE);

    /** What has the focus, by its words. */
    private static final String FOCUSED = """
            (() => {
                const active = document.activeElement;
                const label = active.closest("label")?.querySelector("span") ?? active.labels?.[0];
                return (label ?? active).textContent.trim().replace(/\\s+/g, " ");
            })()""";

    /** Takes no Tab any more, but the first, once the focus is where it is wanted. */
    private static final String STAYS_THERE = """
            const wanted = arguments[0];
            const isThere = () => %s;
            window.watch = new AbortController();
            window.isThere = isThere;
            let tabs = 0;
            addEventListener("keydown", event => {
                if (event.key === "Tab" && tabs++ > 0 && isThere()) event.preventDefault();
            }, { capture: true, signal: window.watch.signal });
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Path profile = newProfile();
    private final ChromeDriver driver;
    private @Nullable Viewport look;
    private boolean runsScripts = true;

    Browser(File chromium, File chromedriver) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver)
                        .usingAnyFreePort()
                        .build(),
                options);
        // Half a megabyte that is sent once, and is there in every page from then on, however strict its policy is.
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", AXE + AXE_READS_A_COLOUR_ONCE));
    }

    /** Forgets how it was set up and what it complained of. The last page stays: another site costs a new process. */
    void isAsNew() {
        script(true);
        looksLike(Viewport.screen(1280, "light"));
        complaints();
    }

    /** Whoever logged in is a stranger again: a test that failed halfway has not logged out. */
    void forgetsCookies() {
        command("Network.clearBrowserCookies", Map.of());
    }

    Browser opens(String address) {
        driver.get(TestApplication.shared().address().resolve(address).toString());
        return this;
    }

    Browser looksLike(Viewport look) {
        if (look.equals(this.look)) {
            return this;
        }
        if (this.look == null || look.width() != this.look.width()) {
            command(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", look.width(), "height", 900, "deviceScaleFactor", 1, "mobile", false));
        }
        this.look = look;
        var features = look.features().entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        command("Emulation.setEmulatedMedia", Map.of("media", look.media(), "features", features));
        return this;
    }

    /** Runs the pages' scripts from now on, or does not. */
    Browser script(boolean runs) {
        if (runs != runsScripts) {
            command("Emulation.setScriptExecutionDisabled", Map.of("value", !runs));
            runsScripts = runs;
        }
        return this;
    }

    Browser goesBack() {
        driver.navigate().back();
        return this;
    }

    /** Clicks on the link, button or option of those words. */
    Browser clicks(String words) {
        named(words).click();
        return this;
    }

    /** Presses the button, or follows the link, and waits for the page that answers, be its address the same or not. */
    Browser sends(String button) {
        return comesToAnotherPageBy(() -> clicks(button));
    }

    /** Goes by the keyboard to the link or button of those words, and through it to the page behind it. */
    Browser goesThrough(String words) {
        tabsTo(words);
        return comesToAnotherPageBy(() -> presses(Keys.ENTER));
    }

    /** Goes by the keyboard to the link that fits the CSS selector, and through it. */
    Browser goesThroughLink(String selector) {
        tabsUntil("document.activeElement.matches(wanted)", selector);
        return comesToAnotherPageBy(() -> presses(Keys.ENTER));
    }

    /** Types into the field of that name. */
    Browser types(String name, String text) {
        driver.findElement(By.name(name)).sendKeys(text);
        return this;
    }

    /** What stands in the field of that name. */
    String value(String name) {
        return String.valueOf(driver.findElement(By.name(name)).getDomProperty("value"));
    }

    /** Presses Tab until something of those words has the focus, and sees that it has. */
    Browser tabsTo(String words) {
        return tabsUntil(FOCUSED + " === wanted", words);
    }

    Browser presses(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** What has the focus, by its words: of a control those of its label, of an option without their hint. */
    String focused() {
        return String.valueOf(run("return " + FOCUSED));
    }

    /** Whether something that fits the CSS selector has the focus. */
    boolean hasFocus(String selector) {
        return isTrue("return document.activeElement.matches(arguments[0])", selector);
    }

    /** Comes to a page of that heading, by its title. */
    Browser seesHeading(String heading) {
        comesTrue(() -> isLoaded() && heading.concat(" - Certification path").equals(driver.getTitle()));
        assertThat(driver.getTitle()).isEqualTo(heading + " - Certification path");
        return this;
    }

    /** Comes to an address of that form. */
    Browser comesTo(String pattern) {
        comesTrue(() -> isLoaded() && address().matches(pattern));
        assertThat(address()).matches(pattern);
        return this;
    }

    boolean isTicked(String option) {
        return named(option)
                .findElement(By.xpath("ancestor-or-self::label//input"))
                .isSelected();
    }

    /** The words of everything that fits the CSS selector. */
    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Puts files that pages offer into a folder. */
    Browser keepsFilesIn(Path folder) {
        command("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        return this;
    }

    /** What stands in the file of that name once it is there whole. */
    String fileIn(Path folder, String pattern) {
        assertThat(comesTrue(() -> files(folder, pattern).size() == 1))
                .as("a file in %s", folder)
                .isTrue();
        try {
            return Files.readString(files(folder, pattern).get(0));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Keeps a picture of the whole page, for people to look at. */
    void keepsPicture(Path file) {
        var picture = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "optimizeForSpeed", true));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(String.valueOf(picture.get("data"))));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Whether anything that fits the CSS selector is to be seen. */
    boolean shows(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    /** A page without a heading, or wider than its window, and what can't be clicked because something lies on it. */
    List<String> amiss() {
        var amiss = run("""
                const isCovered = it => {
                    it.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
                    const box = it.getClientRects()[0];
                    if (!box) return false;
                    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return top && !it.contains(top) && !top.contains(it);
                };
                const page = document.documentElement;
                return [
                    ...(document.querySelector("h1")?.checkVisibility() ? [] : ["no heading"]),
                    ...(page.scrollWidth > page.clientWidth ? ["scrolls sideways"] : []),
                    ...[...document.querySelectorAll("a, button, input, select, textarea, summary")]
                        .filter(isCovered).map(it => "covered: " + it.outerHTML)];
                """);
        return ((List<?>) amiss).stream().map(String::valueOf).toList();
    }

    /** What axe finds wrong, each with where. */
    List<String> axe() {
        var found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { runOnly: { type: "tag", values: arguments[0] }, resultTypes: ["violations"] })
                    .then(result => done(result.violations.flatMap(violation =>
                        violation.nodes.map(node => violation.id + " at " + node.target + ": " + node.failureSummary))))
                    .catch(failure => done(["axe failed: " + failure]));
                """, AXE_TAGS);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    /** What the browser complained of since it was asked last, but for statuses of pages that are errors on purpose. */
    List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(LogEntry::getMessage)
                .filter(message -> !message.matches(".* the server responded with a status of 4\\d\\d .*"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile.toFile());
    }

    /** Waits for something, which on a slow machine takes longer; whether it came. */
    private static boolean comesTrue(BooleanSupplier something) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (isTrueByNow(something)) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return false;
    }

    /** Between two pages there is nothing to ask, and the browser says so in many ways. */
    private static boolean isTrueByNow(BooleanSupplier something) {
        try {
            return something.getAsBoolean();
        } catch (WebDriverException betweenPages) {
            return false;
        }
    }

    /** Many at once, and the page stops at what is wanted, which saves asking after each one. */
    private Browser tabsUntil(String isThere, String wanted) {
        standsInFront();
        run(STAYS_THERE.formatted(isThere), wanted);
        var keyboard = new Actions(driver);
        for (int tabs = 0; tabs < MOST_TABS; tabs += TABS_AT_ONCE) {
            keyboard.sendKeys(TABS).perform();
            if (isTrue("return window.isThere()")) {
                run("window.watch.abort()");
                assertThat(comesTrue(this::seesFocus))
                        .as("the focus on '%s' is seen", wanted)
                        .isTrue();
                return this;
            }
        }
        throw new AssertionError("Tab never came to '" + wanted + "' on " + address());
    }

    /**
     * Without a window, a page is in front from its first key on, so it gets one that does nothing. One that comes back
     * from the browser's memory may not be even then, but may ask to be; and it may say that it is, and a moment later be
     * no more. Until it is, nothing in it is drawn as focused.
     */
    private void standsInFront() {
        if (!isInFront()) {
            new Actions(driver).keyDown(Keys.SHIFT).keyUp(Keys.SHIFT).perform();
            run("window.focus()");
            assertThat(comesTrue(this::isInFront))
                    .as("%s stands in front", address())
                    .isTrue();
        }
    }

    private boolean isInFront() {
        return isTrue("return document.hasFocus()");
    }

    private Browser comesToAnotherPageBy(Runnable act) {
        var before = page();
        act.run();
        assertThat(comesTrue(() -> isLoaded() && !page().equals(before)))
                .as("another page than %s", address())
                .isTrue();
        return this;
    }

    private static List<Path> files(Path folder, String pattern) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Whether an outline or a shadow is drawn around what has the focus, or around its label, with the page in front. */
    private boolean seesFocus() {
        standsInFront();
        return isTrue("""
                const active = document.activeElement;
                return [active, active.closest("label") ?? active].map(it => getComputedStyle(it)).some(style =>
                    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
                """);
    }

    /** What stands for the page that is shown, and for no other, not even for the same one loaded again. */
    private WebElement page() {
        return driver.findElement(By.tagName("html"));
    }

    private boolean isLoaded() {
        return isTrue("return document.readyState === 'complete'");
    }

    private WebElement named(String words) {
        var named = By.xpath("(//a | //button | //label/span)[normalize-space()=\"" + words + "\"]");
        comesTrue(() -> !driver.findElements(named).isEmpty());
        return driver.findElement(named);
    }

    private boolean isTrue(String script, Object... arguments) {
        return Boolean.TRUE.equals(run(script, arguments));
    }

    private Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    private static Path newProfile() {
        try {
            return Files.createTempDirectory("certpath-browser");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String resource(String name) {
        try (var content = Objects.requireNonNull(Browser.class.getResourceAsStream(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
