package dev.certpath.testsupport;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the tests' applications keep their data in. */
public enum TestDatabase {
    /** The embedded one, which an application makes in its folder. */
    EMBEDDED(List::of),

    /** A PostgreSQL server; every folder has a database of its own there. */
    POSTGRESQL(() -> PostgresServer.shared().orElseThrow().newDatabase());

    private static volatile TestDatabase current = EMBEDDED;

    private final Supplier<List<String>> fresh;
    private final Map<Path, List<String>> known = new ConcurrentHashMap<>();

    TestDatabase(Supplier<List<String>> fresh) {
        this.fresh = fresh;
    }

    /** Those that can be had on this machine. */
    static List<TestDatabase> available() {
        return PostgresServer.shared().isPresent() ? List.of(values()) : List.of(EMBEDDED);
    }

    /** What applications start with now: the embedded one, unless a test is tried {@link OnEveryDatabase}. */
    public static TestDatabase current() {
        return current;
    }

    /** Lets applications start with this one from now on. */
    void isCurrent() {
        current = this;
    }

    /** The settings of an application with that data folder, the same whenever it starts. */
    List<String> settings(Path folder) {
        return known.computeIfAbsent(folder, key -> fresh.get());
    }
}
