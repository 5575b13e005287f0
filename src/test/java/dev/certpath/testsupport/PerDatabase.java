package dev.certpath.testsupport;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that tests {@linkplain OnEveryDatabase on every database} need once on each of them. JUnit calls what is
 * annotated {@code BeforeAll} but once, before the first.
 *
 * @param <T> what it is
 */
public final class PerDatabase<T> {

    private final Map<TestDatabase, T> made = new EnumMap<>(TestDatabase.class);
    private final Supplier<T> maker;

    public PerDatabase(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The one of the database that is tried now, which is made when it is first asked for. */
    public T get() {
        return made.computeIfAbsent(TestDatabase.current(), database -> maker.get());
    }
}
