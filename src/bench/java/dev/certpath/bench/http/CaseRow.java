package dev.certpath.bench.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A saved case, of which copies can be inserted. Its columns are read from the database.
 *
 * @param columns the names of the columns, without the key that the database generates
 * @param values their values
 */
record CaseRow(List<String> columns, List<Object> values) {

    /** How many texts of seven digits in base 36 there are. */
    private static final long REFERENCES = 36L * 36 * 36 * 36 * 36 * 36 * 36;

    /** Neither even nor a multiple of three, so that different numbers lead to different references. */
    private static final long SCATTERING = 48_271_000_001L;

    private static final AtomicLong COPIES = new AtomicLong();

    /** Reads the case that was saved last. */
    static CaseRow newest(DataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select * from cases order by id desc fetch first row only")) {
            result.next();
            var columns = new ArrayList<String>();
            var values = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                var name = result.getMetaData().getColumnName(column);
                if (!name.equals("id")) {
                    columns.add(name);
                    values.add(result.getObject(column));
                }
            }
            return new CaseRow(columns, values);
        }
    }

    /** Prepares the insertion of copies. */
    PreparedStatement prepareInsert(Connection connection) throws SQLException {
        return connection.prepareStatement("insert into cases (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
    }

    /** Sets the parameters for the next copy, which gets unique values where it needs them. */
    void setParameters(PreparedStatement insert) throws SQLException {
        for (int column = 0; column < columns.size(); column++) {
            insert.setObject(
                    column + 1,
                    switch (columns.get(column)) {
                        case "address", "share_id" ->
                            UUID.randomUUID().toString().replace("-", "").substring(0, 26);
                        case "reference" -> newReference();
                        case "request_key" -> UUID.randomUUID().toString();
                        default -> values.get(column);
                    });
        }
    }

    /** A reference that no other copy has. References are not in order, like those of the application. */
    private static String newReference() {
        return Long.toString(REFERENCES + COPIES.incrementAndGet() * SCATTERING % REFERENCES, 36)
                .substring(1);
    }
}
