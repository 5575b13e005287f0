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
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application as people run it, on a port of its own and with a database file in a folder of its own. Only
 * its clock is ours, and that it hashes passwords {@linkplain FastPasswordHashing in haste}.
 */
public final class TestApplication implements AutoCloseable {

    /** The day on which every site starts. */
    public static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    /** The password of the first account. */
    public static final String PASSWORD = "a-long-enough-Passphrase-42";

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    /** Held by who sets up the log, which all sites of a process share: several may start at once. */
    private static final ReentrantLock LOG = new ReentrantLock();

    private static final PerDatabase<TestApplication> SHARED = new PerDatabase<>(TestApplication::toTheEnd);

    /** Nothing once it is closed: tests keep their sites to the end, and the memory would not do for all of them. */
    private @Nullable ConfigurableApplicationContext application;

    private final Path folder;
    private final MovableClock clock;

    private TestApplication(Path folder, String... settings) {
        this(FastPasswordHashing.application(), folder, settings);
    }

    private TestApplication(SpringApplication starting, Path folder, String... settings) {
        this.folder = folder;
        clock = new MovableClock(NOW);
        starting.addInitializers((GenericApplicationContext context) ->
                context.registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
        application = runs(starting, arguments(folder, settings));
    }

    private static ConfigurableApplicationContext runs(SpringApplication starting, String... arguments) {
        LOG.lock();
        try {
            starting.addInitializers(context -> {
                LogCapture.readOn();
                LOG.unlock();
            });
            return starting.run(arguments);
        } finally {
            if (LOG.isHeldByCurrentThread()) {
                LOG.unlock();
            }
        }
    }

    /** The settings that every site has, unless it is given others. */
    private static String[] arguments(Path folder, String... settings) {
        var all = new LinkedHashMap<String, String>();
        Stream.of(
                        Stream.of(
                                "CERTPATH_DATA=" + folder,
                                "CERTPATH_ADMIN_PASSWORD=" + PASSWORD,
                                "CERTPATH_RATE_LIMIT=off",
                                "server.port=0"),
                        TestDatabase.current().settings(folder).stream(),
                        Stream.of(settings))
                .flatMap(some -> some)
                .forEach(setting -> all.put(setting.substring(0, setting.indexOf('=')), setting));
        return all.values().stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    /**
     * The site that all tests share, which is started once on each database, and without limits on requests. Its clock is
     * where it started: the desk's tests, which work there too, move it.
     */
    public static TestApplication shared() {
        var site = SHARED.get();
        site.isWhenItStarted();
        return site;
    }

    /** The same for tests that count all there is: it has no cases any more. */
    public static TestApplication emptied() {
        var site = shared();
        site.changes("delete from cases");
        return site;
    }

    /** A site on a folder of its own that stays until all tests are done. */
    public static TestApplication toTheEnd(String... settings) {
        try {
            var folder = Files.createTempDirectory("certpath-test");
            SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
            return new TestApplication(folder, settings);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A site of the test's own, on that data folder; settings are written {@code NAME=value}. */
    public static TestApplication on(Path folder, String... settings) {
        return new TestApplication(folder, settings);
    }

    /** The same, with the product's own password encoder: for accounts that a site of people made. */
    public static TestApplication withRealPasswordHashes(Path folder, String... settings) {
        return new TestApplication(FastPasswordHashing.withRealPasswordHashes(), folder, settings);
    }

    /** Its data folder. */
    public Path folder() {
        return folder;
    }

    /** Where the site is, such as {@code http://localhost:40000}. */
    public URI address() {
        return URI.create("http://localhost:" + port());
    }

    /** What it told, but for its own address: it has another port after a restart. */
    public String withoutItsAddress(String told) {
        return told.replace(address().toString(), "");
    }

    /** Its port. */
    public int port() {
        return ((WebServerApplicationContext) application()).getWebServer().getPort();
    }

    /** Someone who reads pages and fills in forms. */
    public HttpBrowser student() {
        return HttpBrowser.withoutCookies(address());
    }

    /** Someone who can log in, with a browser that keeps cookies. */
    public HttpBrowser browser() {
        return HttpBrowser.withCookies(address());
    }

    /** Someone who is logged in at the desk. */
    public HttpBrowser advisor() {
        return browser().logsInWithoutRedirect("admin", PASSWORD);
    }

    /** A program that speaks JSON. */
    public ApiClient api() {
        return new ApiClient(address());
    }

    /** A part of the application, for what no page shows. */
    public <T> T part(Class<T> type) {
        return application().getBean(type);
    }

    /** All parts of that type. */
    public <T> Stream<T> parts(Class<T> type) {
        return application().getBeansOfType(type).values().stream();
    }

    /** Its clock, for what takes longer than a test or lasts. */
    public MovableClock clock() {
        return clock;
    }

    private ConfigurableApplicationContext application() {
        return Objects.requireNonNull(application, "the site is closed");
    }

    /** Its clock is where it started. */
    public void isWhenItStarted() {
        clock.set(NOW);
    }

    /** How many recommendations are kept. */
    public int kept() {
        return count("cases");
    }

    /** How many rows the database has of something, in SQL. */
    public int count(String rows) {
        return application()
                .getBean(JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    /** Changes rows of the database, in SQL; says how many. */
    public int changes(String sql) {
        return application().getBean(JdbcClient.class).sql(sql).update();
    }

    /** Does something on another day, in the morning, and comes back to the present. */
    public void on(LocalDate day, Runnable something) {
        clock.set(day.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC));
        try {
            something.run();
        } finally {
            isWhenItStarted();
        }
    }

    /** Takes the database away for good. */
    public void losesItsDatabase() {
        application().getBean(HikariDataSource.class).close();
    }

    @Override
    public void close() {
        application().close();
        application = null;
    }
}
