package dev.certpath;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the tests' applications keep their data in: the embedded database, or, with
 * {@code -Dcertpath.test.database=postgresql}, a PostgreSQL server.
 */
public final class Database {

    /** Whether it is PostgreSQL. */
    public static final boolean IS_POSTGRESQL = "postgresql".equals(System.getProperty("certpath.test.database"));

    private static final Map<Path, List<String>> KNOWN = new ConcurrentHashMap<>();

    private Database() {}

    /** The settings of an application with that data folder; on PostgreSQL every folder has a database of its own. */
    public static List<String> settings(Path folder) {
        return KNOWN.computeIfAbsent(folder, key -> settings());
    }

    /** The settings for a database that nothing is kept in yet; none for the embedded one, which its folder makes. */
    public static List<String> settings() {
        return IS_POSTGRESQL ? Postgres.shared().orElseThrow().newDatabase() : List.of();
    }
}
