package dev.certpath.trials;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks as of someone who wants in, or who wants the application down, against a process with its default limits. Each
 * prints a line with what happened. Clients have addresses of their own, of the loopback network.
 */
@EnabledOnOs(OS.LINUX)
class AttackTrial {

    private static final String ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
    private static final Duration PAGE_TIME = Duration.ofSeconds(3);

    /** H2 reuses the space of outdated rows only after some time. */
    private static final long MAX_GROWTH = 40_000_000;

    private final SoftAssertions results = new SoftAssertions();
    private URI site;
    private Path folder;

    @Test
    void attacksAreRepelled(@TempDir Path data) throws IOException {
        folder = data;
        try (var process = ApplicationProcess.on(data, "CERTPATH_RATE_LIMIT=on")) {
            site = process.address();
            var knownDevice = HttpBrowser.withCookies(site)
                    .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                    .inAnotherTab();
            attackPages();
            attackTheDatabase();
            attackConnections();
            attackDesk(knownDevice);
            attackLogin(knownDevice);
            report(
                    "ERROR lines in the log after all of this",
                    process.errors().toString(),
                    process.errors().isEmpty());
        }
        results.assertAll();
    }

    private void attackPages() {
        var host = "Host: evil.example\r\nX-Forwarded-Host: evil.example\r\n";
        var docs = send("127.3.0.1", "GET /v3/api-docs", host, "");
        var later = send("127.3.0.1", "GET /v3/api-docs", "Host: localhost\r\n", "");
        report(
                "GET /v3/api-docs with a made-up Host",
                docs.status() + ", names it: " + (docs.body() + later.body()).contains("evil"),
                !(docs.body() + later.body()).contains("evil"));
        var charset = send(
                "127.3.0.1", "GET /api/v1/guide", "Host: localhost\r\nAccept: application/json;charset=utf-16\r\n", "");
        report("Accept: application/json;charset=utf-16", "" + charset.status(), charset.status() == 200);
        var foreign =
                statuses(50, () -> post("127.3.0.2", "/recommendations", "Origin: https://evil.example\r\n", ANSWERS));
        var own = post("127.3.0.2", "/recommendations", "", ANSWERS).status();
        report("50 forms of another site, then one of the visitor", foreign + ", " + own, own == 303);
        var page = page(post("127.3.0.3", "/recommendations", "", ANSWERS));
        var invisible =
                post("127.3.0.3", page + "/ask", "", "name=%E2%80%8B%E2%81%A0&email=a%40example.org&note=Hello");
        var blank = post("127.3.0.3", page + "/ask", "", "name=++&email=a%40example.org&note=Hello");
        report(
                "a name of zero-width characters, compared with a blank one",
                invisible.status() + ", " + blank.status(),
                invisible.status() == blank.status());
        var asks =
                statuses(300, () -> post("127.3.0.3", page + "/ask", "", "name=Ann&email=a%40example.org&note=Hello"));
        report("300 asks on one case", asks.toString(), asks.getOrDefault(303, 0L) <= 20);
    }

    private void attackTheDatabase() throws IOException {
        long before = databaseSize();
        var form = "_csrf=x&note=" + "n".repeat(9_900);
        var session = send("127.3.1.1", "GET /login", "Host: localhost\r\n", "")
                .head()
                .replaceAll("(?s).*Set-Cookie: (certpath=[^;]+).*", "Cookie: $1\r\n");
        for (var cookie : List.of("", "Cookie: certpath=" + "A".repeat(43) + "\r\n", session)) {
            var statuses = statuses(1_000, () -> post("127.3.1.2", "/advisor/cases/x", cookie, form));
            report(
                    "1,000 forms of 10 kB " + (cookie.isEmpty() ? "without" : "with") + " a session cookie",
                    statuses.toString(),
                    statuses.getOrDefault(429, 0L) >= 900);
        }
        long growth = databaseSize() - before;
        report("growth of the database by 3,000 forms of 10 kB", growth + " bytes", growth < MAX_GROWTH);
    }

    private void attackConnections() throws IOException {
        for (var attack : Map.of(
                        "100 forms that never end",
                        "POST /recommendations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 60000\r\n\r\na",
                        "100 headers that never end",
                        "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: a",
                        "100 idle connections",
                        "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .entrySet()) {
            var sockets = new ArrayList<Socket>();
            for (int number = 0; number < 100; number++) {
                sockets.add(open("127.3.2.1", attack.getValue()));
            }
            var start = Instant.now();
            var statuses = statuses(20, () -> send("127.3.2.2", "GET /guide", "Host: localhost\r\n", ""));
            var form = post("127.3.2.2", "/recommendations", "", ANSWERS).status();
            var slowest = Duration.between(start, Instant.now()).dividedBy(21);
            report(
                    attack.getKey() + " of one address, pages and a form of another",
                    statuses + ", " + form + ", " + slowest.toMillis() + " ms each",
                    statuses.equals(Map.of(200, 20L)) && form == 303 && slowest.compareTo(PAGE_TIME) < 0);
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private void attackDesk(HttpBrowser advisor) throws IOException {
        var search = advisor.opens("/advisor?q=" + encode("' or 1=1 --")).page().status();
        report("a text search with SQL in it", "" + search, search < 500);
        advisor.opens("/advisor/password");
        var start = Instant.now();
        advisor.types("Current password", "wrong")
                .types("New password", "l33t".repeat(32))
                .types("Repeat the new password", "l33t".repeat(32))
                .presses("Change password");
        var time = Duration.between(start, Instant.now());
        report(
                "a new password of 128 characters of l33t",
                advisor.page().status() + " after " + time.toMillis() + " ms",
                time.compareTo(PAGE_TIME) < 0);
        var open = openFiles();
        report("files in the data folder that others may read", open, open.isEmpty());
    }

    private void attackLogin(HttpBrowser knownDevice) {
        var odd = statuses(40, () -> login("127.3.3." + (1 + (int) (System.nanoTime() % 200)), "admin\u0001", "wrong"));
        var right = login("127.3.4.1", "admin\u0001", TestApplication.ADMIN_PASSWORD);
        report(
                "40 wrong passwords for admin with U+0001, then the right one",
                odd + ", then " + right.status() + " " + location(right),
                !location(right).equals("/advisor"));
        var parallel = IntStream.range(0, 40)
                .parallel()
                .mapToObj(number -> login("127.3.5." + (1 + number), "admin", "wrong " + number)
                        .status())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        report("40 wrong passwords at the same moment, from 40 addresses", parallel.toString(), true);
        var known = knownDevice
                .posts("/logout", Map.of(), "Sec-Fetch-Site", "same-origin")
                .logsIn("admin", TestApplication.ADMIN_PASSWORD);
        report(
                "the owner's login on a known device after these",
                known.page().address(),
                known.page().address().startsWith("/advisor"));
    }

    private Response login(String client, String username, String password) {
        var page = send(client, "GET /login", "Host: localhost\r\n", "");
        var cookie = page.head().replaceAll("(?s).*Set-Cookie: (certpath=[^;]+).*", "Cookie: $1\r\n");
        var token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return page.status() == 200
                ? post(
                        client,
                        "/login",
                        cookie,
                        "_csrf=" + token + "&username=" + encode(username) + "&password=" + encode(password))
                : page;
    }

    private void report(String attack, String outcome, boolean held) {
        System.out.printf("TRIAL %s | %s | %s%n", held ? "held  " : "FAILED", attack, outcome);
        results.assertThat(held).as("%s: %s", attack, outcome).isTrue();
    }

    private static Map<Integer, Long> statuses(int count, Supplier<Response> request) {
        return Stream.generate(request)
                .limit(count)
                .collect(Collectors.groupingBy(Response::status, Collectors.counting()));
    }

    private static String location(Response response) {
        return response.head().contains("Location: ")
                ? response.head().replaceAll("(?s).*Location: (\\S+).*", "$1")
                : "";
    }

    private static String page(Response saved) {
        return location(saved);
    }

    private Response post(String client, String path, String headers, String fields) {
        return send(
                client,
                "POST " + path,
                "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + fields.length() + "\r\n" + headers,
                fields);
    }

    private Response send(String client, String methodAndPath, String headers, String body) {
        return RawHttp.send(
                site.getPort(), client, methodAndPath + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n" + body);
    }

    private Socket open(String client, String start) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(client), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", site.getPort()));
        socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private long databaseSize() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private String openFiles() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .filter(AttackTrial::isOpenToOthers)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.joining(", "));
        }
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
