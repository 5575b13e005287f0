package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.H2Backup;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup made under load and restored elsewhere has everything that was saved before it, and no partial writes. */
class BackupTrial {

    private static final int CLIENTS = 4;
    private static final int REQUESTS_FOR_ADVICE = 20;
    private static final Duration LOAD_TIME = Duration.ofSeconds(5);
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private static final String TABLES =
            "cases documents document_contents contacts messages remarks case_events accounts";

    @Test
    void restoresABackupOfTheEmbeddedDatabase(@TempDir Path folder) throws IOException, SQLException {
        var backups = folder.resolve("backups");
        var restored = Files.createDirectory(folder.resolve("restored"));
        try (var process = ApplicationProcess.on(
                folder.resolve("data"), "CERTPATH_BACKUP=" + backups, "CERTPATH_BACKUP_AT=*/5 * * * * *")) {
            var before = saveWhile(
                    process.address(),
                    () -> LoadGenerator.pause(LOAD_TIME.plus(LOAD_TIME).plus(LOAD_TIME)));
            H2Backup.restore(newest(backups), restored);
            checkRestored("H2", before, restored);
        }
    }

    @Test
    @RequiresPostgres
    void restoresADumpOfPostgres(@TempDir Path folder) throws IOException {
        try (var postgres = PostgresServer.start()) {
            var database = postgres.newDatabase();
            var restored = new ArrayList<String>();
            try (var process = ApplicationProcess.on(folder, database.toArray(String[]::new))) {
                var before = saveWhile(process.address(), () -> restored.addAll(postgres.dumpAndRestore(database)));
                checkRestored("PostgreSQL", before, folder, restored.toArray(String[]::new));
            }
        }
    }

    /**
     * A recommendation that was saved before the backup.
     *
     * @param address the address of its page
     * @param document its JSON
     */
    private record SavedBefore(String address, String document) {}

    @FunctionalInterface
    private interface Backup {
        void run() throws IOException;
    }

    private static SavedBefore saveWhile(URI site, Backup backup) throws IOException {
        var api = new ApiClient(site);
        var id = save(api);
        var pages = Stream.generate(() -> page(save(api)))
                .limit(REQUESTS_FOR_ADVICE)
                .toList();
        pages.forEach(page -> addNote(site, page));
        var requests = pages.stream()
                .flatMap(page -> Stream.of(
                        SimulatedRequest.save(), SimulatedRequest.saveByForm(), SimulatedRequest.askAdvisor(page)))
                .toArray(SimulatedRequest[]::new);
        try (var load = LoadGenerator.start(CLIENTS, site, requests)) {
            LoadGenerator.pause(LOAD_TIME);
            backup.run();
            LoadGenerator.pause(LOAD_TIME);
            assertThat(load.stop().countByStatus()).containsOnlyKeys(201, 303);
        }
        return new SavedBefore(page(id), document(api, id));
    }

    private static String save(ApiClient api) {
        return api.posts("/api/v1/recommendations", BODY).json().get("id").stringValue();
    }

    private static String page(String id) {
        return "/recommendations/" + id;
    }

    private static void addNote(URI site, String page) {
        HttpBrowser.withCookies(site)
                .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                .opens(page.replace("/recommendations/", "/advisor/cases/"))
                .types("New note", "Seen before the backup")
                .presses("Add note")
                .sees("Seen before the backup");
    }

    private static void checkRestored(String database, SavedBefore before, Path folder, String... settings) {
        try (var site = TestApplication.on(folder, settings)) {
            assertThat(document(site.api(), before.address().replaceFirst(".*/", "")))
                    .isEqualTo(before.document());
            site.student().opens(before.address()).gets(200);
            assertThat(ConcurrentWriters.partialWrites(site)).isZero();
            assertThat(site.count("contacts")).isEqualTo(REQUESTS_FOR_ADVICE);
            assertThat(site.count("messages")).isEqualTo(REQUESTS_FOR_ADVICE);
            assertThat(site.count("remarks")).as("notes of advisors").isGreaterThanOrEqualTo(REQUESTS_FOR_ADVICE);
            System.out.printf(
                    "TRIAL backup of %s with %d clients, restored: %s; 0 partial writes; the document is unchanged%n",
                    database,
                    CLIENTS,
                    Stream.of(TABLES.split(" "))
                            .map(table -> table + " " + site.count(table))
                            .toList());
        }
    }

    private static String document(ApiClient api, String id) {
        return api.gets("/api/v1/recommendations/" + id).body().replaceFirst("\"url\":\"[^\"]*\"", "");
    }

    private static Path newest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }
}
