package dev.certpath.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Protocol;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;
import org.springframework.util.FileSystemUtils;

/** A Chromium process with a profile of its own, and what is set up in it by commands of the DevTools protocol. */
final class Chromium implements AutoCloseable {

    private final Path profile = newProfile();
    private final ChromeDriver driver;
    private @Nullable Viewport viewport;
    private @Nullable VirtualAuthenticator securityKey;
    private boolean scriptsEnabled = true;

    Chromium(File executable, File chromedriver) {
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver)
                        .usingAnyFreePort()
                        .build(),
                options(executable, profile));
    }

    private static ChromeOptions options(File executable, Path profile) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(executable);
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
        return options;
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Runs a script in every page before its own scripts, whatever its content security policy allows. */
    void addScript(String source) {
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source));
    }

    /** Enables or disables the scripts of pages that are loaded from now on. */
    void enableScripts(boolean enabled) {
        if (enabled != scriptsEnabled) {
            command("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
            scriptsEnabled = enabled;
        }
    }

    /** Emulates a viewport; the width is only changed if it differs, because that takes long. */
    void emulate(Viewport next) {
        if (next.equals(viewport)) {
            return;
        }
        if (viewport == null || viewport.width() != next.width()) {
            command(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", next.width(), "height", 900, "deviceScaleFactor", 1, "mobile", false));
        }
        viewport = next;
        var features = next.features().entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        command("Emulation.setEmulatedMedia", Map.of("media", next.media(), "features", features));
    }

    /** Connects a security key without passkeys, whose owner confirms each use, in place of an earlier one. */
    void connectNewSecurityKey() {
        disconnectSecurityKey();
        securityKey = driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(Protocol.CTAP2)
                .setTransport(Transport.USB)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
    }

    void disconnectSecurityKey() {
        if (securityKey != null) {
            driver.removeVirtualAuthenticator(securityKey);
            securityKey = null;
        }
    }

    void clearCookies() {
        command("Network.clearBrowserCookies", Map.of());
    }

    void downloadTo(Path folder) {
        command("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** Returns a PNG image of the whole page. */
    byte[] screenshot() {
        var screenshot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "optimizeForSpeed", true));
        return Base64.getDecoder().decode(String.valueOf(screenshot.get("data")));
    }

    /** Returns what was written to the console since the last call. */
    List<String> consoleMessages() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile.toFile());
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
}
