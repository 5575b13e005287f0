package dev.certpath.cases.search;

import dev.certpath.testsupport.PerDatabase;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A site with many random cases, which nobody changes. A day is one in UTC, wherever the server stands: this one stands
 * where the day begins first, as long as a test is {@linkplain org.junit.jupiter.api.extension.ExtendWith extended} by
 * it.
 */
public final class GeneratedCases implements BeforeAllCallback, AfterAllCallback {

    /** What the cases hang on; another one makes others. */
    public static final long SEED = new Random().nextLong();

    /** A few more than a thousand: the screen says no larger number. */
    public static final List<ExpectedCase> KNOWN = new CaseGenerator(SEED).some(1_020);

    private static final TimeZone HERE = TimeZone.getDefault();
    private static final TimeZone FAR_EAST = TimeZone.getTimeZone("Pacific/Kiritimati");

    private static final PerDatabase<TestApplication> SITE = new PerDatabase<>(GeneratedCases::start);

    private static TestApplication start() {
        System.out.println("Random cases with seed " + SEED);
        var site = TestApplication.start();
        CaseGenerator.keep(KNOWN, site);
        return site;
    }

    /** The one on the database that is tried now. */
    public static TestApplication site() {
        return SITE.get();
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        TimeZone.setDefault(FAR_EAST);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        TimeZone.setDefault(HERE);
    }
}
