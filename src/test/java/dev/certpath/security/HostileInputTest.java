package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HtmlPage;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.RandomSeed;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed and malicious input gets a page or a 4xx error: no server error, no stack trace, no logged error. */
class HostileInputTest {

    private static final TestApplication SITE = TestApplication.shared();

    private static final String ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";

    private static final String MARKUP =
            "\"><script>alert(1)</script><img src=x onerror=alert(1)>'${1234*4321}[[${1234*4321}]]__${1234*4321}__";

    static Stream<String> urls() {
        var paths =
                Stream.of("/", "/guide", "/questionnaire/employer-cloud", "/questionnaire/check", "/recommendations");
        return paths.flatMap(path -> queries().map(query -> path + "?" + query));
    }

    static Stream<String> queries() {
        return Stream.of(
                "employerCloud=%00",
                "employerCloud=%ff",
                "employerCloud=%c0%ae%c0%ae",
                "employerCloud=%",
                "employerCloud=%zz",
                "%=%",
                "=&=&&&=",
                "employerCloud=" + "a".repeat(10_000),
                "employerCloud=%F0%9F%92%A5&roleFocus=%E2%80%AE",
                "roleFocus=..%2f..%2fetc%2fpasswd",
                "roleFocus[]=mlops&roleFocus.x=1&class.module.classLoader=1",
                many("employerCloud"),
                many("x"));
    }

    static Stream<String> paths() {
        return Stream.of(
                "/recommendations/" + "a".repeat(5_000),
                "/recommendations/%00",
                "/recommendations/%ff",
                "/recommendations/..",
                "/recommendations/../../etc/passwd",
                "/recommendations/..%2f..%2fetc%2fpasswd",
                "/recommendations/%2e%2e/%2e%2e",
                "/recommendations/a;b=c",
                "/recommendations/a/plan.ics;x",
                "/recommendations/%3Cscript%3E",
                "/recommendations/' or 1=1 --",
                "/recommendations/'%20or%201=1%20--",
                "/questionnaire/%00",
                "/questionnaire/${7*7}",
                "/questionnaire/%24%7B7*7%7D",
                "/questionnaire/__%24%7B7*7%7D__::.x",
                "/questionnaire//check",
                "//",
                "/./",
                "/\\",
                "/%",
                "/%zz",
                "/;%2f=%",
                "/guide;x=%zz?y=%",
                "/assets/css/../application.yaml",
                "/assets/css/%2e%2e/application.yaml",
                "/assets/css/..%5capplication.yaml",
                "/assets/..%2f..%2f",
                "/api/v1/recommendations/%00",
                "/api/v1/recommendations/..",
                "/api/%zz",
                "http://elsewhere.example/",
                "*",
                "nonsense");
    }

    static Stream<String> forms() {
        return Stream.concat(
                queries(),
                Stream.of(
                        "",
                        ANSWERS + "&idempotencyKey=short",
                        ANSWERS + "&idempotencyKey=" + "a".repeat(60_000),
                        ANSWERS + "&idempotencyKey=%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00",
                        ANSWERS + "&x=" + "a".repeat(70_000),
                        "\u0000\u0001\u0002",
                        "{\"employerCloud\":[]}"));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void answersHostileQueries(String url) {
        assertHarmless(RawHttp.get(url));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answersHostileQueriesAndFormsOnLogin(String query) {
        assertAnswered(RawHttp.get("/login?" + query));
        assertAnswered(RawHttp.form("/login", query));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void answersHostilePaths(String path) {
        assertHarmless(RawHttp.get(path));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void answersHostileForms(String fields) {
        assertHarmless(RawHttp.form("/recommendations", fields));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "NONSENSE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "DELETE /recommendations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "OPTIONS /recommendations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "HEAD /guide HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /recommendations HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
                "POST /recommendations HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\nzz\r\n",
                "POST /recommendations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
                "POST /recommendations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n\r\nabc",
                "POST /advisor/guide/draft HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            })
    void answersUnusualRequests(String request) {
        assertHarmless(request);
    }

    /** A proxy and the server could take the end of such a message for another request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked",
                "Content-Length: 0\r\nContent-Length: 5",
                "Content-Length: 0, 0",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: xchunked\r\nContent-Length: 0",
                "Transfer-Encoding : chunked\r\nContent-Length: 0"
            })
    void answersMessagesOfUnclearLengthOnceAndClosesTheConnection(String headers) {
        var answer = RawHttp.send(
                SITE,
                "POST /recommendations HTTP/1.1\r\nHost: localhost\r\n" + headers
                        + "\r\n\r\n0\r\n\r\nGET /guide HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("HTTP/1.1");
    }

    @Test
    void rejectsTrace() {
        var answer = RawHttp.send(
                SITE, "TRACE /guide HTTP/1.1\r\nHost: localhost\r\nX-Secret: repeated\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("repeated");
    }

    @Test
    void decodesInputOnce() {
        var once = ANSWERS.replace("employerCloud=aws", "employerCloud=%61ws");
        var twice = ANSWERS.replace("employerCloud=aws", "employerCloud=%2561ws");
        assertThat(RawHttp.send(SITE, RawHttp.form("/recommendations", once)).status())
                .isEqualTo(303);
        assertThat(RawHttp.send(SITE, RawHttp.form("/recommendations", twice)).status())
                .isEqualTo(400);
        assertThat(RawHttp.send(SITE, RawHttp.get("/questionnaire/check?" + twice))
                        .status())
                .isEqualTo(400);
        assertThat(RawHttp.send(SITE, RawHttp.get("/questionnaire/%63heck?" + once))
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.send(SITE, RawHttp.get("/questionnaire/%2563heck?" + once))
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void answersLargeAndInvalidHeaders() {
        assertHarmless(
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + "a".repeat(20_000) + "\r\n\r\n");
        assertHarmless("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: certpath=" + "%00".repeat(100)
                + "; a=\"b\r\n\r\n");
        assertHarmless(
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + "*/*,".repeat(500) + "\r\n\r\n");
        assertHarmless("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: a/b" + " ".repeat(15_000)
                + "x\r\n\r\n");
        assertHarmless("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: ../../x\r\n\r\n");
        var manyLanguages = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: "
                + "de,".repeat(5_000) + "en\r\n\r\n";
        assertThat(RawHttp.send(SITE, manyLanguages).status()).isEqualTo(200);
    }

    /** Each spelling of the name of a file would be kept in memory. */
    @Test
    void answersEncodedNamesOfFilesWith404() {
        assertThat(RawHttp.send(SITE, RawHttp.get("/assets/css/student.css")).status())
                .isEqualTo(200);
        assertThat(RawHttp.send(SITE, RawHttp.get("/assets/css/%73tudent.css")).status())
                .isEqualTo(404);
        assertThat(RawHttp.send(SITE, RawHttp.get("/%61ssets/css/student.css")).status())
                .isEqualTo(404);
    }

    @Test
    void rejectsTooManyParameters() {
        assertThat(RawHttp.send(SITE, RawHttp.get("/?" + many("x"))).status()).isBetween(400, 499);
        assertThat(RawHttp.send(SITE, RawHttp.form("/recommendations", ANSWERS + "&" + many("x")))
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void rejectsLargeFormsWith413() {
        var answer = RawHttp.send(SITE, RawHttp.form("/recommendations", ANSWERS + "&x=" + "a".repeat(70_000)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("Request too large");
    }

    @Test
    void answersTwoThousandRandomPaths() {
        var random = new Random(RandomSeed.orElse(20_261_123));
        IntStream.range(0, 2_000).forEach(number -> assertHarmless(RawHttp.get(randomPath(random))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"employerCloud", "targetIndustry", "roleFocus", "mlBackground", "from", "continue", "x"})
    void escapesMarkupInParameters(String parameter) {
        var query = "?" + parameter + "=" + URLEncoder.encode(MARKUP, StandardCharsets.UTF_8);
        var student = SITE.student();
        assertNoMarkup(student.opens("/questionnaire/employer-cloud" + query).page());
        assertNoMarkup(student.opens("/questionnaire/check" + query).page());
        assertNoMarkup(student.opens("/questionnaire/role-focus" + query + "&continue=")
                .page());
        assertNoMarkup(student.posts("/recommendations", Map.of(parameter, List.of(MARKUP)))
                .page());
    }

    @Test
    void escapesMarkupInKeysAndPaths() {
        assertNoMarkup(SITE.student()
                .posts("/recommendations", Map.of("idempotencyKey", List.of(MARKUP)))
                .page());
        assertNoMarkup(SITE.student()
                .opens("/" + URLEncoder.encode(MARKUP, StandardCharsets.UTF_8))
                .page());
    }

    /** Also asserts that the response sets no cookie. */
    private static void assertHarmless(String request) {
        assertThat(assertAnswered(request).head()).doesNotContainIgnoringCase("Set-Cookie");
    }

    private static Response assertAnswered(String request) {
        var answers = new ArrayList<Response>();
        var log = LogCapture.during(() -> answers.add(RawHttp.send(SITE, request)));
        var answer = answers.get(0);
        var start = request.substring(0, Math.min(200, request.length()));
        assertThat(answer.status()).as("status of %s", start).isBetween(200, 499);
        assertThat(answer.body())
                .as("answer to %s", start)
                .doesNotContain("Exception", "\tat ", "org.springframework", "org.apache", "dev.certpath", "Tomcat");
        assertThat(log.errors()).as("errors after %s", start).isEmpty();
        return answer;
    }

    private static void assertNoMarkup(HtmlPage page) {
        assertThat(page.status()).isBetween(200, 499);
        assertThat(page.html().select("script:not([src^=/assets/js/]), img, [onerror]"))
                .isEmpty();
        assertThat(page.response().body()).doesNotContain(String.valueOf(1234 * 4321));
    }

    private static String many(String name) {
        return IntStream.range(0, 300).mapToObj(number -> name + "=" + number).collect(Collectors.joining("&"));
    }

    private static String randomPath(Random random) {
        var pieces = List.of(
                "/",
                "..",
                "%2f",
                "%00",
                "%ff",
                "%",
                "?",
                "&",
                "=",
                ";",
                "#",
                "'",
                "\"",
                "<",
                ">",
                "\\",
                "[",
                "]",
                "{",
                "}",
                "|",
                "^",
                "`",
                "~",
                "\u00e9",
                "questionnaire",
                "recommendations",
                "check",
                "employer-cloud",
                "employerCloud",
                "aws",
                "plan.ics",
                "api/v1",
                "guide",
                "css",
                "assets",
                "a");
        return "/"
                + random.ints(1 + random.nextInt(12), 0, pieces.size())
                        .mapToObj(pieces::get)
                        .collect(Collectors.joining());
    }
}
