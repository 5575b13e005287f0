package dev.certpath;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the tests' applications keep their data in. */
public enum Database {
    /** The embedded one, which an application makes in its folder. */
    EMBEDDED(List::of),

    /** A PostgreSQL server; every folder has a database of its own there. */
    POSTGRESQL(() -> Postgres.shared().orElseThrow().newDatabase());

    private static volatile Database current = EMBEDDED;

    private final Supplier<List<String>> fresh;
    private final Map<Path, List<String>> known = new ConcurrentHashMap<>();

    Database(Supplier<List<String>> fresh) {
        this.fresh = fresh;
    }

    /** Those that can be had on this machine. */
    static List<Database> available() {
        return Postgres.shared().isPresent() ? List.of(values()) : List.of(EMBEDDED);
    }

    /** What applications start with now: the embedded one, unless a test is tried {@link OnEveryDatabase}. */
    public static Database current() {
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
