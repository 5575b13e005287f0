package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup made while people save, restored into an empty place: everything saved before it is there, and whole. */
class BackupTrial {

    private static final int CLIENTS = 4;
    private static final int ADVISED = 20;
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private static final String TABLES = "cases documents contacts remarks case_events accounts";

    @Test
    void ofTheEmbeddedDatabase(@TempDir Path folder) throws IOException {
        var backups = folder.resolve("backups");
        var restored = Files.createDirectory(folder.resolve("restored"));
        try (var process = ApplicationProcess.on(
                folder.resolve("data"), "CERTPATH_BACKUP=" + backups, "CERTPATH_BACKUP_AT=*/5 * * * * *")) {
            var page = saveWhile(
                    process.address(), () -> LoadGenerator.pause(TIME.plus(TIME).plus(TIME)));
            unpack(newest(backups), restored);
            tell("H2", page, restored);
        }
    }

    @Test
    @RequiresPostgres
    void ofPostgres(@TempDir Path folder) throws IOException {
        try (var postgres = PostgresServer.start()) {
            var database = postgres.newDatabase();
            var restored = new ArrayList<String>();
            try (var process = ApplicationProcess.on(folder, database.toArray(String[]::new))) {
                var page = saveWhile(process.address(), () -> restored.addAll(postgres.dumpAndRestore(database)));
                tell("PostgreSQL", page, folder, restored.toArray(String[]::new));
            }
        }
    }

    /**
     * A page as it was before.
     *
     * @param address its address
     * @param document what it tells
     */
    private record Before(String address, String document) {}

    private interface Backup {
        void make() throws IOException;
    }

    private static Before saveWhile(URI site, Backup backup) throws IOException {
        var api = new ApiClient(site);
        var id = save(api);
        var advised = Stream.generate(() -> page(save(api))).limit(ADVISED).toList();
        advised.forEach(page -> noted(site, page));
        var asks = advised.stream()
                .flatMap(page -> Stream.of(ClientRequest.save(), ClientRequest.form(), ClientRequest.advisor(page)))
                .toArray(ClientRequest[]::new);
        try (var load = LoadGenerator.of(CLIENTS, site, asks)) {
            LoadGenerator.pause(TIME);
            backup.make();
            LoadGenerator.pause(TIME);
            assertThat(load.stop().statuses()).containsOnlyKeys(201, 303);
        }
        return new Before(page(id), document(api, id));
    }

    private static String save(ApiClient api) {
        return api.posts("/api/v1/recommendations", BODY).json().get("id").stringValue();
    }

    private static String page(String id) {
        return "/recommendations/" + id;
    }

    private static void noted(URI site, String page) {
        HttpBrowser.withCookies(site)
                .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                .opens(page.replace("/recommendations/", "/advisor/cases/"))
                .types("New note", "Seen before the backup")
                .presses("Add note")
                .sees("Seen before the backup");
    }

    private static void tell(String where, Before before, Path folder, String... settings) {
        try (var site = TestApplication.on(folder, settings)) {
            assertThat(document(site.api(), before.address().replaceFirst(".*/", "")))
                    .isEqualTo(before.document());
            site.student().opens(before.address()).gets(200);
            assertThat(ConcurrentWriters.halves(site)).isZero();
            assertThat(site.count("contacts")).isEqualTo(ADVISED);
            assertThat(site.count("remarks")).as("notes and notes to advisors").isGreaterThanOrEqualTo(ADVISED);
            System.out.printf(
                    "TRIAL backup of %s under %d writers, restored: %s; 0 by halves; the page is the same%n",
                    where,
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

    private static void unpack(Path zip, Path into) throws IOException {
        try (var files = new ZipInputStream(Files.newInputStream(zip))) {
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                Files.copy(files, into.resolve(file.getName()));
            }
        }
    }
}
