package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another site's page can't send a student's form. */
class SameOriginFilterTest {

    private static final TestApplication SITE = TestApplication.shared();

    private static final Map<String, List<String>> FORM = Map.of(
            "employerCloud", List.of("aws"),
            "targetIndustry", List.of("retail"),
            "roleFocus", List.of("mlops"),
            "mlBackground", List.of("expert"));

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void whatTheBrowserCallsOurOwnPasses(String from) {
        passes("Sec-Fetch-Site", from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "something-new", ""})
    void whatTheBrowserCallsAnythingElseIsRefused(String from) {
        isRefused("Sec-Fetch-Site", from);
    }

    @Test
    void theBrowsersWordCountsMoreThanTheOrigin() {
        isRefused("Sec-Fetch-Site", "cross-site", "Origin", own());
        passes("Sec-Fetch-Site", "same-origin", "Origin", "https://elsewhere.example");
    }

    @Test
    void withoutThatWordOurOwnOriginPasses() {
        passes("Origin", own());
    }

    @Test
    void anOriginThatIsNotToldPasses() {
        passes("Origin", "null");
        passes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example", "http://localhost", "http://localhost:1", "not an origin", "http://"
            })
    void anotherOriginIsRefused(String origin) {
        isRefused("Origin", origin);
    }

    @Test
    void readingIsOpenToEveryone() {
        var reply = SITE.api().gets("/", "Sec-Fetch-Site", "cross-site");
        assertThat(reply.status()).isEqualTo(200);
    }

    private static void passes(String... headers) {
        int before = SITE.caseCount();
        SITE.student().posts("/recommendations", FORM, headers).gets(200);
        assertThat(SITE.caseCount()).isEqualTo(before + 1);
    }

    private static void isRefused(String... headers) {
        int before = SITE.caseCount();
        SITE.student().posts("/recommendations", FORM, headers).gets(403).seesHeading("This is not open to you");
        assertThat(SITE.caseCount())
                .as("kept after %s", Stream.of(headers).toList())
                .isEqualTo(before);
    }

    private static String own() {
        return SITE.address().toString();
    }
}
