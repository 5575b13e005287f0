package dev.certpath.testsupport;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application on a free port, with its data in a folder of its own. It differs from production in two ways:
 * its clock is a {@link MovableClock}, and it {@linkplain FastPasswordHashing hashes passwords fast}.
 */
public final class TestApplication implements AutoCloseable {

    /** The date at which the clock of every application starts. */
    public static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    /** The password of the account {@code admin}, which every application creates. */
    public static final String ADMIN_PASSWORD = "a-long-enough-Passphrase-42";

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    /** Held while an application configures logging, which all applications of a JVM share. */
    private static final ReentrantLock LOGGING = new ReentrantLock();

    private static final DatabaseSpecific<TestApplication> SHARED = new DatabaseSpecific<>(TestApplication::start);

    /** Is {@code null} once closed, so that instances that tests still refer to don't keep a context in memory. */
    private @Nullable ConfigurableApplicationContext context;

    private final Path folder;
    private final MovableClock clock = new MovableClock(NOW);

    private TestApplication(SpringApplication application, Path folder, String... settings) {
        this.folder = folder;
        application.addInitializers((GenericApplicationContext starting) ->
                starting.registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        context = run(application, arguments(folder, settings));
    }

    private static ConfigurableApplicationContext run(SpringApplication application, String... arguments) {
        LOGGING.lock();
        try {
            application.addInitializers(starting -> {
                LogCapture.reattachAll();
                LOGGING.unlock();
            });
            return application.run(arguments);
        } finally {
            if (LOGGING.isHeldByCurrentThread()) {
                LOGGING.unlock();
            }
        }
    }

    /** Merges the default settings with those of the database and of the test; the last one of a name wins. */
    private static String[] arguments(Path folder, String... settings) {
        var all = new LinkedHashMap<String, String>();
        Stream.of(
                        Stream.of(
                                "CERTPATH_DATA=" + folder,
                                "CERTPATH_ADMIN_PASSWORD=" + ADMIN_PASSWORD,
                                "CERTPATH_RATE_LIMIT=off",
                                "server.port=0"),
                        TestDatabase.current().settings(folder).stream(),
                        Stream.of(settings))
                .flatMap(group -> group)
                .forEach(setting -> all.put(setting.substring(0, setting.indexOf('=')), setting));
        return all.values().stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    /**
     * Returns the application that tests share, which is started once for each database and has no rate limit. Its
     * clock is reset, because tests of the desk move it.
     */
    public static TestApplication shared() {
        var site = SHARED.get();
        site.resetClock();
        return site;
    }

    /** Returns the shared application after deleting all of its cases. */
    public static TestApplication withoutCases() {
        var site = shared();
        site.update("delete from cases");
        return site;
    }

    /** Starts an application in a temporary folder; both last until the JVM exits. */
    public static TestApplication start(String... settings) {
        return on(temporaryFolder(), settings);
    }

    private static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("certpath-test");
            SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
            return folder;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Starts an application in a temporary folder whose SQL statements are recorded. */
    public static TestApplication recordedBy(SqlStatements statements) {
        var application = FastPasswordHashing.application();
        application.addInitializers(statements);
        return new TestApplication(application, temporaryFolder());
    }

    /** Starts an application on a data folder; settings are written {@code NAME=value}. */
    public static TestApplication on(Path folder, String... settings) {
        return new TestApplication(FastPasswordHashing.application(), folder, settings);
    }

    /** Starts an application with production's password encoder, for accounts that were created with it. */
    public static TestApplication withRealPasswordHashes(Path folder, String... settings) {
        return new TestApplication(FastPasswordHashing.withRealPasswordHashes(), folder, settings);
    }

    /** Returns the data folder. */
    public Path folder() {
        return folder;
    }

    /** Returns the base URL, such as {@code http://localhost:40000}. */
    public URI address() {
        return URI.create("http://localhost:" + port());
    }

    /** Removes the base URL from a text, because the port differs after a restart. */
    public String removeAddress(String text) {
        return text.replace(address().toString(), "")
                .replace("webcal://" + address().getAuthority(), "");
    }

    /** Returns the port of the web server. */
    public int port() {
        return webServer().getPort();
    }

    /** Returns the web server, for tests that need its own settings. */
    public WebServer webServer() {
        return Objects.requireNonNull(((WebServerApplicationContext) context()).getWebServer());
    }

    /** Returns the browser of a student, which asserts that no response sets a cookie. */
    public HttpBrowser student() {
        return HttpBrowser.withoutCookies(address());
    }

    /** Returns a browser that keeps cookies and is not logged in. */
    public HttpBrowser browser() {
        return HttpBrowser.withCookies(address());
    }

    /** Returns a browser that is logged in as {@code admin}. */
    public HttpBrowser advisor() {
        return browser().logsInWithoutRedirect("admin", ADMIN_PASSWORD);
    }

    /** Returns a client of the JSON API. */
    public ApiClient api() {
        return new ApiClient(address());
    }

    /** Returns the only or primary bean of a type. */
    public <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    /** Returns all beans of a type. */
    public <T> Stream<T> beans(Class<T> type) {
        return context().getBeansOfType(type).values().stream();
    }

    /** Returns the clock. */
    public MovableClock clock() {
        return clock;
    }

    /** Sets the clock to the time at which every application starts. */
    public void resetClock() {
        clock.set(NOW);
    }

    /** Runs an action at ten o'clock on another day, and resets the clock afterwards. */
    public void onDay(LocalDate day, Runnable action) {
        clock.set(day.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC));
        try {
            action.run();
        } finally {
            resetClock();
        }
    }

    /** Counts the cases in the database. */
    public int caseCount() {
        return count("cases");
    }

    /** Counts rows, given as the SQL after {@code from}. */
    public int count(String from) {
        return bean(JdbcClient.class)
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }

    /** Executes an SQL statement and returns the number of changed rows. */
    public int update(String sql) {
        return bean(JdbcClient.class).sql(sql).update();
    }

    /** Closes the connection pool, so that no request reaches the database any more. */
    public void closeConnectionPool() {
        bean(HikariDataSource.class).close();
    }

    @Override
    public void close() {
        context().close();
        context = null;
    }

    private ConfigurableApplicationContext context() {
        return Objects.requireNonNull(context, "the application is closed");
    }
}
