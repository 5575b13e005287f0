package dev.certpath.cases;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The indexes of a table, dropped while it is filled: the file of H2 would grow to many times its size. */
final class DroppedIndexes {

    private final Map<String, String> definitions = new LinkedHashMap<>();

    /** Drops the indexes of a table, except those of constraints. */
    static DroppedIndexes of(String table, Connection connection) throws SQLException {
        var indexes = new DroppedIndexes();
        indexes.read(table, connection);
        for (String name : indexes.definitions.keySet()) {
            execute("drop index " + name, connection);
        }
        return indexes;
    }

    /** Creates the indexes again. */
    void create(Connection connection) throws SQLException {
        for (var index : definitions.entrySet()) {
            execute("create index " + index.getKey() + " on " + index.getValue() + ")", connection);
        }
    }

    /** Collects the columns of each index. H2 names those of foreign keys after the constraint. */
    private void read(String table, Connection connection) throws SQLException {
        try (var rows = connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                var name = rows.getString("INDEX_NAME");
                if (rows.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic
                        && rows.getBoolean("NON_UNIQUE")
                        && !name.contains("_INDEX_")) {
                    definitions.merge(
                            name,
                            table + " (" + rows.getString("COLUMN_NAME"),
                            (columns, next) -> columns + ", " + rowColumn(next));
                }
            }
        }
    }

    private static String rowColumn(String definition) {
        return definition.substring(definition.indexOf('(') + 1);
    }

    private static void execute(String sql, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
