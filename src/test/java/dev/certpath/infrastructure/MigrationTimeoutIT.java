package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration of many cases on PostgreSQL. */
@RequiresPostgres
class MigrationTimeoutIT {

    @Test
    void migrationMayTakeLongerThanARequestWaitsForAResult(@TempDir Path folder) {
        var settings = new ArrayList<>(PostgresServer.shared().orElseThrow().newDatabase());
        settings.add("spring.flyway.locations=classpath:db/migration,classpath:db/slow-migration");
        settings.add("spring.datasource.hikari.data-source-properties.socketTimeout=1");
        try (var application = TestApplication.on(folder, settings.toArray(String[]::new))) {
            assertThat(application.count("flyway_schema_history where version = '900'"))
                    .isEqualTo(1);
        }
    }
}
