package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Deleted data is in the file of the embedded database until the next compaction, and in no backup made afterwards. */
class H2CompactionJobTest {

    private static final String CHECK_PAGE =
            "/questionnaire/check?employerCloud=aws&targetIndustry=retail" + "&roleFocus=mlops&mlBackground=expert";

    @TempDir
    private static Path folder;

    private static TestApplication site;

    @BeforeAll
    static void startWithOtherData() {
        site = TestApplication.on(folder.resolve("data"), "CERTPATH_BACKUP=" + folder.resolve("backups"));
        IntStream.range(0, 50).forEach(number -> askAdvisor("Other Student " + number));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static Stream<Arguments> deletions() {
        return Stream.of(
                deletion(
                        "contact",
                        student -> student.follows("Withdraw my contact").presses("Withdraw it")),
                deletion(
                        "case",
                        student -> student.follows("Delete this recommendation").presses("Delete it")));
    }

    private static Arguments deletion(String name, Consumer<HttpBrowser> deletion) {
        return Arguments.of(name, deletion);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deletions")
    void deletedDataIsNotInTheFile(String name, Consumer<HttpBrowser> deletion) {
        var planted = "Planted " + name;
        var student = askAdvisor(planted);
        runJob(); // so that the file has little else to remove
        assertThat(databaseFile()).contains(planted);
        deletion.accept(student);
        assertThat(databaseFile()).contains(planted);
        runJob();
        assertThat(databaseFile()).doesNotContain(planted).contains("Other Student 7");
    }

    @Test
    void deletedSessionIsNotInTheFile() {
        site.browser().logsIn("planted-username", "wrong password");
        assertThat(databaseFile()).contains("planted-username");
        site.update("delete from sessions");
        runJob();
        assertThat(databaseFile()).doesNotContain("planted-username");
    }

    @Test
    void backupHasNoDeletedData() throws IOException {
        var student = askAdvisor("Planted before the backup");
        student.follows("Withdraw my contact").presses("Withdraw it");
        assertThat(databaseFile()).contains("Planted before the backup");
        site.bean(H2BackupJob.class).backUp();
        assertThat(newestBackup()).contains("Other Student 7").doesNotContain("Planted before the backup");
    }

    private static void runJob() {
        site.bean(H2CompactionJob.class).removeDeletedData();
    }

    private static HttpBrowser askAdvisor(String name) {
        return site.student()
                .opens(CHECK_PAGE)
                .presses("Get my recommendation")
                .types("Your name (optional)", name)
                .presses("Ask an advisor")
                .gets(200);
    }

    private static String databaseFile() {
        try {
            return Files.readString(site.folder().resolve("certpath.mv.db"), StandardCharsets.ISO_8859_1);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String newestBackup() throws IOException {
        try (var files = Files.list(folder.resolve("backups"));
                var script = new ZipInputStream(
                        Files.newInputStream(files.max(Path::compareTo).orElseThrow()))) {
            script.getNextEntry();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
