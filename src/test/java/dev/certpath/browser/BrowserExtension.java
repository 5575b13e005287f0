package dev.certpath.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Starts one browser for all tests, and passes it to each of them with its default settings. */
final class BrowserExtension extends TypeBasedParameterResolver<Browser>
        implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback {

    private static final String MISSING =
            "No chromium or no chromedriver on the PATH, so tests in a browser are skipped"
                    + " (with CERTPATH_REQUIRE_BROWSER=true they fail).";
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private static final Optional<Path> CHROMIUM = Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(BrowserExtension::onPath)
            .findFirst();
    private static final Optional<Path> DRIVER = onPath("chromedriver").findFirst();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (CHROMIUM.isPresent() && DRIVER.isPresent()) {
            return ConditionEvaluationResult.enabled("A browser is available");
        }
        if ("true".equals(System.getenv("CERTPATH_REQUIRE_BROWSER"))) {
            throw new IllegalStateException(
                    "CERTPATH_REQUIRE_BROWSER is true, but there is no chromium or chromedriver");
        }
        if (!WARNED.getAndSet(true)) {
            System.err.println(MISSING);
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser(context).reset();
        browser(context).clearCookies();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser(context).reset();
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }

    /** The browser is kept in the root store, which JUnit closes after the last test. */
    private static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(BrowserExtension.class))
                .computeIfAbsent(
                        Browser.class,
                        key -> new Browser(
                                CHROMIUM.orElseThrow().toFile(),
                                DRIVER.orElseThrow().toFile()),
                        Browser.class);
    }

    private static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }
}
