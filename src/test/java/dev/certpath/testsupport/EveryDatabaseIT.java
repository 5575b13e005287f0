package dev.certpath.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Tests on every database run on the embedded database first, and then on PostgreSQL. */
@OnEveryDatabase
class EveryDatabaseIT {

    private static final List<String> PRODUCTS = new ArrayList<>();

    @Test
    void applicationUsesTheCurrentDatabase() throws SQLException {
        try (var connection = TestApplication.shared().bean(DataSource.class).getConnection()) {
            PRODUCTS.add(connection.getMetaData().getDatabaseProductName());
        }
        assertThat(PRODUCTS).isEqualTo(List.of("H2", "PostgreSQL").subList(0, PRODUCTS.size()));
    }
}
