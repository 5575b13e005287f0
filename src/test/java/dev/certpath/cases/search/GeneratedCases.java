package dev.certpath.cases.search;

import dev.certpath.testsupport.DatabaseSpecific;
import dev.certpath.testsupport.RandomSeed;
import dev.certpath.testsupport.TestApplication;
import java.util.List;

/** An application with many random cases for each database, which tests must not change. */
public final class GeneratedCases {

    /** The seed of the random cases. */
    public static final long SEED = RandomSeed.get();

    /** More than the limit up to which cases are counted. */
    public static final List<ExpectedCase> CASES = new CaseGenerator(SEED).generate(1_020);

    private static final DatabaseSpecific<TestApplication> APPLICATION = new DatabaseSpecific<>(GeneratedCases::start);

    private GeneratedCases() {}

    private static TestApplication start() {
        var application = TestApplication.start();
        CaseGenerator.insert(CASES, application);
        return application;
    }

    /** The application on the database of the current test. */
    public static TestApplication application() {
        return APPLICATION.get();
    }
}
