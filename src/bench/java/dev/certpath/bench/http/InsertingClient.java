package dev.certpath.bench.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Inserts copies of a case and commits each of them, on a connection of its own. */
final class InsertingClient implements ConcurrentClients.Client {

    private final CaseRow row;
    private final Connection connection;
    private final PreparedStatement insert;

    InsertingClient(DataSource dataSource, CaseRow row) throws SQLException {
        this.row = row;
        this.connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        this.insert = row.prepareInsert(connection);
    }

    @Override
    public void act() throws SQLException {
        row.setParameters(insert);
        insert.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
