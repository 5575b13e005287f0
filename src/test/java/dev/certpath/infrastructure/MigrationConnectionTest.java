package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connections that migrated a new database are not needed later. */
class MigrationConnectionTest {

    @Test
    void constraintsHoldAfterTheFirstConnectionsAreClosed(@TempDir Path folder) throws SQLException {
        try (var site = TestApplication.on(folder)) {
            var pool = site.bean(HikariDataSource.class);
            try (var keepsDatabaseOpen = DriverManager.getConnection(pool.getJdbcUrl(), "", "")) {
                pool.getHikariPoolMXBean().softEvictConnections();

                var isAdded = site.bean(AccountService.class)
                        .add("later", "any-long-Password-17", Account.Role.ADVISOR, true);

                assertThat(keepsDatabaseOpen.isClosed()).isFalse();
                assertThat(isAdded).isTrue();
            }
        }
    }
}
