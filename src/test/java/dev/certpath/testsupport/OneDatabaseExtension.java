package dev.certpath.testsupport;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the tests of a class with one of the databases that can be had, which it draws, or with all if it is told to. */
final class OneDatabaseExtension implements ClassTemplateInvocationContextProvider {

    private static final boolean ALL = "all".equals(System.getProperty("certpath.databases"));
    private static final Random DRAW = new Random();

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<EveryDatabaseExtension.On> provideClassTemplateInvocationContexts(ExtensionContext context) {
        var databases = TestDatabase.available();
        return (ALL ? databases : drawn(databases, context.getDisplayName()))
                .stream().map(EveryDatabaseExtension.On::new);
    }

    private static List<TestDatabase> drawn(List<TestDatabase> databases, String tests) {
        var one = databases.get(DRAW.nextInt(databases.size()));
        System.out.printf("%s runs on %s%n", tests, one);
        return List.of(one);
    }
}
