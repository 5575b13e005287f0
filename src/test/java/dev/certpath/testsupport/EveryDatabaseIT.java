package dev.certpath.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A site keeps its data on the embedded database the first time, and on PostgreSQL the second. */
@OnEveryDatabase
class EveryDatabaseIT {

    private static final List<String> TRIED = new ArrayList<>();

    @Test
    void isWhereTheSiteKeepsItsData() throws SQLException {
        try (var connection = TestApplication.shared().part(DataSource.class).getConnection()) {
            TRIED.add(connection.getMetaData().getDatabaseProductName());
        }
        assertThat(TRIED).isEqualTo(List.of("H2", "PostgreSQL").subList(0, TRIED.size()));
    }
}
