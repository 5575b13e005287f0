package dev.certpath.cases;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The indexes and unique constraints of a table, dropped while it is filled: the file of H2 would grow to many times its
 * size.
 */
final class DroppedIndexes {

    private final String table;
    private final Connection connection;

    /** The columns of each index, by its name. */
    private final Map<String, String> indexes = new LinkedHashMap<>();

    /** The columns of each unique constraint, by its name. */
    private final Map<String, String> constraints = new LinkedHashMap<>();

    private DroppedIndexes(String table, Connection connection) {
        this.table = table;
        this.connection = connection;
    }

    /** Drops the indexes of a table, except those of its primary key and foreign keys. */
    static DroppedIndexes of(String table, Connection connection) throws SQLException {
        var dropped = new DroppedIndexes(table, connection);
        dropped.readConstraints();
        for (String name : dropped.constraints.keySet()) {
            dropped.execute("alter table " + table + " drop constraint " + name);
        }
        dropped.readIndexes();
        for (String name : dropped.indexes.keySet()) {
            dropped.execute("drop index " + name);
        }
        return dropped;
    }

    /** Creates the indexes and constraints again. */
    void create() throws SQLException {
        for (var index : indexes.entrySet()) {
            execute("create index " + index.getKey() + " on " + table + " (" + index.getValue() + ")");
        }
        for (var constraint : constraints.entrySet()) {
            execute("alter table " + table + " add constraint " + constraint.getKey() + " unique ("
                    + constraint.getValue() + ")");
        }
    }

    private void readConstraints() throws SQLException {
        try (var statement = connection.prepareStatement("""
                select table_constraints.constraint_name, column_name
                from information_schema.table_constraints
                join information_schema.key_column_usage
                  on key_column_usage.constraint_schema = table_constraints.constraint_schema
                  and key_column_usage.constraint_name = table_constraints.constraint_name
                where constraint_type = 'UNIQUE' and table_constraints.constraint_schema = current_schema and table_constraints.table_name = ?
                order by table_constraints.constraint_name, ordinal_position""")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    addColumn(constraints, rows.getString(1), rows.getString(2));
                }
            }
        }
    }

    /** H2 names the indexes of foreign keys after the constraint. */
    private void readIndexes() throws SQLException {
        try (var rows = connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                var name = rows.getString("INDEX_NAME");
                if (rows.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic
                        && rows.getBoolean("NON_UNIQUE")
                        && !name.contains("_INDEX_")) {
                    addColumn(indexes, name, rows.getString("COLUMN_NAME"));
                }
            }
        }
    }

    private static void addColumn(Map<String, String> columns, String name, String column) {
        columns.merge(name, column, (first, next) -> first + ", " + next);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
