package dev.certpath.bench.http;

import dev.certpath.cases.CaseSeeder;
import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A running application with many cases, and an advisor who is logged in. */
final class SeededApplication implements AutoCloseable {

    /** Longer than PostgreSQL may take for one statement on a million cases. */
    private static final int FILL_SECONDS = 600;

    private static final String DRAFT = "/advisor/guide/draft";

    /** The label of the draft's text. */
    private static final String CONTENT = "The edition as YAML";

    private final ApplicationProcess process;
    private final URI site;
    private final HttpBrowser admin;
    private final String cookie;
    private final RandomStudents students = new RandomStudents();
    private int saved;

    private SeededApplication(ApplicationProcess process) {
        this.process = process;
        this.site = process.address();
        this.admin = logIn(site);
        this.cookie = "Cookie: " + admin.cookieHeader() + "\r\n";
    }

    /** Fills the database in a folder, or of these settings, and returns the pages to measure. */
    static Map<String, String> fill(Path folder, List<String> settings, int cases) {
        var all = new ArrayList<>(settings);
        all.add("spring.datasource.hikari.data-source-properties.socketTimeout=" + FILL_SECONDS);
        try (var application = TestApplication.withRealPasswordHashes(folder, all.toArray(String[]::new))) {
            CaseSeeder.fill(application, cases);
            return ListPages.of(application, cases);
        }
    }

    /** Loads each page once and returns the plans of its queries. */
    static List<String> plans(Path folder, List<String> settings, Map<String, String> addresses) {
        var all = new ArrayList<>(settings);
        all.add("spring.datasource.driver-class-name=" + ExplainingJdbcDriver.class.getName());
        var plans = new ArrayList<String>();
        try (var application = TestApplication.withRealPasswordHashes(folder, all.toArray(String[]::new))) {
            var advisor = application.advisor();
            addresses.forEach((page, address) -> {
                ExplainingJdbcDriver.takePlans();
                advisor.opens(address);
                plans.add("=== " + page + "\n");
                plans.addAll(ExplainingJdbcDriver.takePlans());
            });
        }
        return plans;
    }

    /** Starts the application with options of the JVM and settings of the database. */
    static SeededApplication start(Path folder, List<String> jvmOptions, List<String> settings) {
        var all = new ArrayList<>(jvmOptions);
        all.addAll(settings);
        return new SeededApplication(ApplicationProcess.on(folder, all.toArray(String[]::new)));
    }

    /**
     * Loads a page and returns how long it took, in milliseconds. Before, a case is saved, because H2 keeps the results of a
     * statement until something changes.
     */
    double load(String address) throws IOException {
        var save = HttpConnection.post(
                "/api/v1/recommendations", students.json(saved++), "Idempotency-Key: " + UUID.randomUUID() + "\r\n");
        var request = HttpConnection.get(address, cookie);
        try (var connection = new HttpConnection(site)) {
            expect(201, connection.send(save), "save");
            long start = System.nanoTime();
            int status = connection.send(request);
            long end = System.nanoTime();
            expect(200, status, address);
            return (end - start) / 1e6;
        }
    }

    /**
     * Saves a draft with other points for its first rule, and returns how long it took until its dry run was shown, in
     * milliseconds.
     *
     * @param points the points, other ones than before
     */
    double runDry(int points) {
        if (!admin.opens(DRAFT).texts("select[name=edition]").isEmpty()) {
            admin.presses("Begin the draft");
        }
        var draft = admin.value(CONTENT).replaceFirst("(?m)^    points: \\d+$", "    points: " + points);
        long start = System.nanoTime();
        admin.types(CONTENT, draft).presses("Save");
        while (!admin.texts("[data-reload]").isEmpty()) {
            admin.opens(DRAFT);
        }
        long end = System.nanoTime();
        if (admin.texts("#publishing .key-figures").isEmpty()) {
            throw new IllegalStateException("The dry run failed");
        }
        return (end - start) / 1e6;
    }

    /** The output of the process so far. */
    String output() {
        return process.output();
    }

    @Override
    public void close() {
        process.terminate();
        process.exitCode();
    }

    private static HttpBrowser logIn(URI site) {
        return HttpBrowser.withCookies(site).logsInWithoutRedirect("admin", TestApplication.ADMIN_PASSWORD);
    }

    private static void expect(int expected, int status, String what) {
        if (status != expected) {
            throw new IllegalStateException("Status " + status + " for " + what);
        }
    }
}
