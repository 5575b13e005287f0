package dev.certpath.editions;

import dev.certpath.testsupport.H2Server;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Two instances of the application with one database: on PostgreSQL, or on a server of H2. */
final class TwoInstances implements AutoCloseable {

    private final Optional<H2Server> server;
    private final List<TestApplication> sites;

    private TwoInstances(Path folder) {
        server = TestDatabase.current() == TestDatabase.EMBEDDED ? Optional.of(H2Server.in(folder)) : Optional.empty();
        var settings = server.map(H2Server::settings)
                .orElseGet(() ->
                        PostgresServer.shared().orElseThrow().newDatabase().toArray(String[]::new));
        sites = List.of(TestApplication.on(folder, settings), TestApplication.on(folder, settings));
    }

    static TwoInstances in(Path folder) {
        return new TwoInstances(folder);
    }

    TestApplication one() {
        return sites.get(0);
    }

    TestApplication other() {
        return sites.get(1);
    }

    List<TestApplication> both() {
        return sites;
    }

    @Override
    public void close() {
        sites.forEach(TestApplication::close);
        server.ifPresent(H2Server::close);
    }
}
