package dev.certpath.testsupport;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the tests of a class with each database that can be had, one after the other. */
final class EveryDatabaseExtension implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<On> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return TestDatabase.available().stream().map(On::new);
    }

    /**
     * One time that the tests of a class run.
     *
     * @param database what their applications keep their data in
     */
    record On(TestDatabase database)
            implements ClassTemplateInvocationContext,
                    BeforeClassTemplateInvocationCallback,
                    AfterClassTemplateInvocationCallback {

        @Override
        public String getDisplayName(int invocationIndex) {
            return database.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) {
            database.isCurrent();
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) {
            TestDatabase.EMBEDDED.isCurrent();
        }
    }
}
