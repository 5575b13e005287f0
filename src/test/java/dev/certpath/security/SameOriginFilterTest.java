package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of another site can't submit a student's form. */
class SameOriginFilterTest {

    private static final TestApplication SITE = TestApplication.shared();

    private static final Map<String, List<String>> FORM = Map.of(
            "employerCloud", List.of("aws"),
            "targetIndustry", List.of("retail"),
            "roleFocus", List.of("mlops"),
            "mlBackground", List.of("expert"));

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void acceptsSameOriginFetchSite(String fetchSite) {
        assertAccepted("Sec-Fetch-Site", fetchSite);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "something-new", ""})
    void rejectsOtherFetchSites(String fetchSite) {
        assertRejected("Sec-Fetch-Site", fetchSite);
    }

    @Test
    void prefersFetchSiteOverOrigin() {
        assertRejected("Sec-Fetch-Site", "cross-site", "Origin", ownOrigin());
        assertAccepted("Sec-Fetch-Site", "same-origin", "Origin", "https://elsewhere.example");
    }

    @Test
    void acceptsOwnOriginWithoutFetchSite() {
        assertAccepted("Origin", ownOrigin());
    }

    @Test
    void acceptsMissingAndNullOrigin() {
        assertAccepted("Origin", "null");
        assertAccepted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example", "http://localhost", "http://localhost:1", "not an origin", "http://"
            })
    void rejectsOtherOrigins(String origin) {
        assertRejected("Origin", origin);
    }

    @Test
    void acceptsCrossSiteGetRequests() {
        var reply = SITE.api().gets("/", "Sec-Fetch-Site", "cross-site");
        assertThat(reply.status()).isEqualTo(200);
    }

    private static void assertAccepted(String... headers) {
        int before = SITE.caseCount();
        SITE.student().posts("/recommendations", FORM, headers).gets(200);
        assertThat(SITE.caseCount()).isEqualTo(before + 1);
    }

    private static void assertRejected(String... headers) {
        int before = SITE.caseCount();
        SITE.student().posts("/recommendations", FORM, headers).gets(403).seesHeading("Access denied");
        assertThat(SITE.caseCount())
                .as("kept after %s", Stream.of(headers).toList())
                .isEqualTo(before);
    }

    private static String ownOrigin() {
        return SITE.address().toString();
    }
}
