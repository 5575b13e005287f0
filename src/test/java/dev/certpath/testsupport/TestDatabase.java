package dev.certpath.testsupport;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The databases that tests run on. */
public enum TestDatabase {
    /** An embedded H2 database in the data folder. */
    EMBEDDED(List::of),

    /** A PostgreSQL server, with a database for each data folder. */
    POSTGRESQL(() -> PostgresServer.shared().orElseThrow().newDatabase());

    private static volatile TestDatabase current = EMBEDDED;

    private final Supplier<List<String>> newSettings;
    private final Map<Path, List<String>> settingsByFolder = new ConcurrentHashMap<>();

    TestDatabase(Supplier<List<String>> newSettings) {
        this.newSettings = newSettings;
    }

    /** Returns the databases that can be started on this machine. */
    static List<TestDatabase> available() {
        return PostgresServer.shared().isPresent() ? List.of(values()) : List.of(EMBEDDED);
    }

    /**
     * Returns the database of applications that start now: the embedded one, except in tests {@link OnEveryDatabase}.
     */
    public static TestDatabase current() {
        return current;
    }

    /** Makes this the database of applications that start from now on. */
    void makeCurrent() {
        current = this;
    }

    /** Returns the settings of an application on a data folder; they stay the same for each folder. */
    List<String> settings(Path folder) {
        return settingsByFolder.computeIfAbsent(folder, key -> newSettings.get());
    }
}
