package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of cases that were copied with more than themselves, in part, or in capitals. */
class PastedLinkFilterTest {

    private static final TestApplication SITE = TestApplication.shared();
    private static final String UNKNOWN = "7q4kx2m9pa7q4kx2m9pa7q4kx2";

    private static String id;
    private static String shareId;

    @BeforeAll
    static void saveRecommendation() {
        var body = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}\
            """;
        var saved = SITE.api().posts("/api/v1/recommendations", body).json();
        id = saved.get("id").stringValue();
        shareId = saved.get("shareUrl").stringValue().replaceFirst(".*/", "");
    }

    static Stream<String> tails() {
        return Stream.of(
                ".",
                ",",
                ")",
                ");",
                ";",
                ":",
                "'",
                "%22",
                "%3E",
                "/",
                "//",
                "/.",
                "%20",
                "%20%20.",
                "%09",
                "%0A",
                "%0D%0A",
                "%C2%A0",
                "%E2%80%8B",
                "%E2%80%8D",
                "%E2%81%A0",
                "%EF%BB%BF",
                "%C2%AD",
                "%E2%80%A8",
                "%3B",
                "%2E",
                "%E3%80%80",
                "%29.%E2%80%8B");
    }

    @ParameterizedTest
    @MethodSource("tails")
    void aTailLeadsToThePage(String tail) {
        assertLeadsTo("/recommendations/" + id, "/recommendations/" + id + tail);
        assertLeadsTo("/recommendations/" + id + "/plan.ics", "/recommendations/" + id + "/plan.ics" + tail);
        assertLeadsTo("/recommendations/" + id + "?weeks=4", "/recommendations/" + id + tail + "?weeks=4");
        assertLeadsTo("/shared/" + shareId, "/shared/" + shareId + tail);
        assertLeadsTo("/shared/" + shareId + "/plan.ics", "/shared/" + shareId + "/plan.ics" + tail);
        assertLeadsTo("/guide", "/guide" + tail);
        assertLeadsTo("/guide/compare", "/guide/compare" + tail);
        assertThat(location("/advisor/cases/" + id + tail)).isEqualTo("/advisor/cases/" + id);
    }

    @Test
    void capitalsLeadToThePage() {
        assertLeadsTo("/recommendations/" + id, "/recommendations/" + id.toUpperCase(Locale.ROOT));
        assertLeadsTo("/recommendations/" + id, ("/recommendations/" + id).toUpperCase(Locale.ROOT) + ".");
        assertLeadsTo("/shared/" + shareId, ("/shared/" + shareId).toUpperCase(Locale.ROOT));
        assertThat(location("/advisor/cases/" + id.toUpperCase(Locale.ROOT))).isEqualTo("/advisor/cases/" + id);
    }

    @ParameterizedTest
    @MethodSource("tails")
    void anUnknownAddressStaysNotFound(String tail) {
        SITE.student().opens("/recommendations/" + UNKNOWN + tail).gets(404);
        SITE.student().opens("/shared/" + UNKNOWN + tail).gets(404);
        assertThat(get("/recommendations/" + id.substring(1) + tail).status())
                .as("a part of an id")
                .isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "/x", "%", "%ZZ", ".x", "%FF"})
    void whatIsNoTailStaysAnError(String rest) {
        var response = RawHttp.send(SITE, RawHttp.get("/recommendations/" + id + rest));
        assertThat(response.status()).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recommendations", "/recommendations/", "/recommendations/."})
    void anAddressWithoutIdLeadsToTheHelp(String address) {
        var student = SITE.student().opens(address).gets(200);
        assertThat(student.texts("#lost-address")).containsExactly("If you have a recommendation already");
    }

    @Test
    void formsAndApiAreNotRedirected() {
        assertThat(RawHttp.send(SITE, RawHttp.form("/recommendations/" + id + "/", ""))
                        .status())
                .isEqualTo(404);
        assertThat(get("/api/v1/recommendations/" + id + ".").status()).isEqualTo(404);
    }

    private static void assertLeadsTo(String expected, String address) {
        assertThat(location(address)).isEqualTo(expected);
        assertThat(get(expected).status()).isEqualTo(200);
    }

    private static String location(String address) {
        return RawHttp.send(SITE, RawHttp.get(address)).head().replaceAll("(?s).*Location: (\\S+).*", "$1");
    }

    private static Response get(String address) {
        return SITE.api().gets(address);
    }
}
