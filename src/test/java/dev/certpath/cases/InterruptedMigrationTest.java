package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.V11__Share_documents;
import db.migration.V12__Share_addresses_and_cohorts;
import db.migration.V13__Conversation;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** When the process is killed while it migrates the embedded database to version 11, 12 or 13, the next start continues. */
class InterruptedMigrationTest {

    private static final List<String> TABLES =
            List.of("cases", "documents", "document_contents", "contacts", "messages", "remarks", "case_events");

    @TempDir
    private Path folder;

    /** A migration, and the version before it. */
    private record Interrupted(BaseJavaMigration migration, String before) {

        @Override
        public String toString() {
            return migration.getClass().getSimpleName();
        }
    }

    static Stream<Interrupted> migrations() {
        return Stream.of(
                new Interrupted(new V11__Share_documents(), "10"),
                new Interrupted(new V12__Share_addresses_and_cohorts(), "11"),
                new Interrupted(new V13__Conversation(), "12"));
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void continuesWhereverTheProcessWasKilled(Interrupted interrupted) throws IOException, SQLException {
        var expected = migrate(copy("complete", interrupted));
        assertThat(expected)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        int statements = 0;
        while (isKilledBefore(statements, copy("killed-" + statements, interrupted), interrupted)) {
            assertThat(migrate(folder.resolve("killed-" + statements)))
                    .as("killed before statement %d", statements)
                    .isEqualTo(expected);
            statements++;
        }
        assertThat(statements).as("statements of the migration").isGreaterThan(5);
    }

    private Path copy(String name, Interrupted interrupted) throws IOException {
        var copy = folder.resolve(name);
        Files.createDirectories(copy);
        Files.copy(Path.of("src/test/resources/compatibility/h2/certpath.mv.db"), copy.resolve("certpath.mv.db"));
        flyway(copy).target(interrupted.before()).load().migrate();
        return copy;
    }

    /** The rows of each table after all migrations, without the random ids, which are checked here. */
    private static Map<String, List<String>> migrate(Path copy) {
        flyway(copy).load().migrate();
        var database = JdbcClient.create(dataSource(copy));
        assertThat(database.sql("select share_id from cases")
                        .query(String.class)
                        .list())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{26}"));
        return TABLES.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> database.sql("select * from " + table + " order by 1").query().listOfRows().stream()
                                .map(InterruptedMigrationTest::withoutRandomId)
                                .toList()));
    }

    private static String withoutRandomId(Map<String, @Nullable Object> row) {
        var others = new LinkedHashMap<>(row);
        others.remove("share_id");
        return others.toString();
    }

    /** Runs the migration up to a statement and stops the database without closing it. Returns false if it completed. */
    private static boolean isKilledBefore(int statement, Path copy, Interrupted interrupted) throws SQLException {
        try (var connection = DriverManager.getConnection(url(copy), "", "")) {
            connection.setAutoCommit(false);
            try {
                interrupted.migration().migrate(context(killedBefore(statement, connection)));
                return false;
            } catch (KilledException killed) {
                return true;
            } catch (SQLException | RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            } finally {
                connection.createStatement().execute("shutdown immediately");
            }
        }
    }

    private static FluentConfiguration flyway(Path copy) {
        return Flyway.configure().dataSource(dataSource(copy));
    }

    private static DriverManagerDataSource dataSource(Path copy) {
        return new DriverManagerDataSource(url(copy), "", "");
    }

    private static String url(Path copy) {
        return "jdbc:h2:file:" + copy.resolve("certpath")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    private static final class KilledException extends RuntimeException {}

    private static Context context(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }

    /** A connection whose statements throw an exception before the given one. */
    private static Connection killedBefore(int statement, Connection connection) {
        var executed = new AtomicInteger();
        return proxy(Connection.class, (method, arguments) -> {
            var result = method.invoke(connection, arguments);
            return result instanceof Statement created
                    ? proxy(PreparedStatement.class, (call, values) -> {
                        if (call.getName().startsWith("execute") && executed.getAndIncrement() == statement) {
                            throw new KilledException();
                        }
                        return call.invoke(created, values);
                    })
                    : result;
        });
    }

    private interface Call {
        @Nullable
        Object invoke(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                return call.invoke(method, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
