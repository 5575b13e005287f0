package dev.certpath.cases.search;

import dev.certpath.testsupport.PerDatabase;
import dev.certpath.testsupport.RandomSeed;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts an application with many random cases, which tests must not change. While a test is {@linkplain
 * org.junit.jupiter.api.extension.ExtendWith extended} by this class, the default time zone is far from UTC, because days
 * must not depend on it.
 */
public final class GeneratedCases implements BeforeAllCallback, AfterAllCallback {

    /** The seed of the random cases. */
    public static final long SEED = RandomSeed.get();

    /** More than the limit up to which cases are counted. */
    public static final List<ExpectedCase> CASES = new CaseGenerator(SEED).generate(1_020);

    private static final TimeZone DEFAULT = TimeZone.getDefault();
    private static final TimeZone FAR_EAST = TimeZone.getTimeZone("Pacific/Kiritimati");

    private static final PerDatabase<TestApplication> APPLICATION = new PerDatabase<>(GeneratedCases::start);

    private static TestApplication start() {
        var application = TestApplication.start();
        CaseGenerator.insert(CASES, application);
        return application;
    }

    /** The application on the database of the current test. */
    public static TestApplication application() {
        return APPLICATION.get();
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        TimeZone.setDefault(FAR_EAST);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        TimeZone.setDefault(DEFAULT);
    }
}
