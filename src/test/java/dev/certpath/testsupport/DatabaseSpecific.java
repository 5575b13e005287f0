package dev.certpath.testsupport;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Creates an object once for each database, for tests that run {@linkplain OnEveryDatabase on every database}. A method
 * annotated with {@code BeforeAll} is no replacement, because JUnit calls it once, before the first database.
 *
 * @param <T> the type of the object
 */
public final class DatabaseSpecific<T> {

    private final Map<TestDatabase, T> instances = new EnumMap<>(TestDatabase.class);
    private final Supplier<T> factory;

    /** Takes the factory, which is called at the first use with each database. */
    public DatabaseSpecific(Supplier<T> factory) {
        this.factory = factory;
    }

    /** Returns the object for the current database. */
    public T get() {
        return instances.computeIfAbsent(TestDatabase.current(), database -> factory.get());
    }
}
