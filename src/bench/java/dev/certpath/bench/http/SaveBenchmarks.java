package dev.certpath.bench.http;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Compares saving by the API with a loop that inserts and commits the same rows by JDBC, both with eight clients and on
 * databases of the same kind. Contents are saved before, so that both sides insert cases only.
 */
final class SaveBenchmarks {

    private static final String SAVE = "save by the API";
    private static final String LOOP = "insert and commit by JDBC";

    private final RandomStudents students = new RandomStudents();
    private final AtomicInteger student = new AtomicInteger();

    /**
     * Measures.
     *
     * @param folder a folder for data
     * @param newDatabase supplies the settings of a new database
     */
    void run(Path folder, Supplier<List<String>> newDatabase) throws IOException, SQLException {
        try (var process = startApplication(Files.createDirectory(folder.resolve("application")), newDatabase.get());
                var other = TestApplication.on(
                        Files.createDirectory(folder.resolve("loop")),
                        newDatabase.get().toArray(String[]::new))) {
            var site = process.address();
            other.api()
                    .posts(
                            "/api/v1/recommendations",
                            students.json(0),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            var dataSource = other.bean(DataSource.class);
            var row = CaseRow.newest(dataSource);
            var benchmark = new InterleavedBenchmark()
                    .add(SAVE, () -> new RequestingClient(site, this::nextSave, 201))
                    .add(LOOP, () -> new InsertingClient(dataSource, row));
            benchmark.run();
            benchmark.printRatio(SAVE, LOOP);
        }
    }

    private static ApplicationProcess startApplication(Path folder, List<String> settings) {
        var all = new ArrayList<>(JvmOptions.COMMON);
        all.addAll(settings);
        return ApplicationProcess.on(folder, all.toArray(String[]::new));
    }

    private byte[] nextSave() {
        return HttpConnection.post(
                "/api/v1/recommendations",
                students.json(student.getAndIncrement()),
                "Idempotency-Key: " + UUID.randomUUID() + "\r\n");
    }
}
