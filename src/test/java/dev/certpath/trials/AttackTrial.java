package dev.certpath.trials;

import static dev.certpath.trials.Attacker.ANSWERS;
import static dev.certpath.trials.Attacker.encode;
import static dev.certpath.trials.Attacker.location;
import static dev.certpath.trials.Attacker.parallelStatuses;
import static dev.certpath.trials.Attacker.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.text.InvisibleCharacters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks as of someone who wants in, or who wants the application down, against a process with its default limits. Each
 * prints a line with what happened. A failed database operation that is no outage can't be provoked from outside: it is
 * tested by {@code DatabaseFailureDuringRequestIT}.
 */
@EnabledOnOs(OS.LINUX)
class AttackTrial {

    /** How long pages of others may take on average during an attack. */
    private static final Duration PAGE_TIME = Duration.ofSeconds(3);

    private static final Duration COMPACTION_TIME = Duration.ofMinutes(5);
    private static final String PASSWORD = "orchard violin seventeen lanterns";
    private static final String DELETED_CONTACT = "Xanthippe Deleted-Contact";
    private static final String DELETED_CASE = "Xanthippe Deleted-Case";

    /** H2 reuses the space of outdated rows only after some time. */
    private static final long MAX_GROWTH = 40_000_000;

    @TempDir
    private static Path folder;

    private static ApplicationProcess process;
    private static Attacker attacker;
    private static HttpBrowser admin;
    private static Instant deleted;

    @BeforeAll
    static void startAndDeleteData() {
        process = ApplicationProcess.on(
                folder.resolve("data"),
                "CERTPATH_RATE_LIMIT=on",
                "CERTPATH_BACKUP=" + folder.resolve("backups"),
                "CERTPATH_BACKUP_AT=*/15 * * * * *");
        attacker = new Attacker(process.address().getPort());
        admin = browser().logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
        askAdvisor("Other Student");
        var contact = askAdvisor(DELETED_CONTACT);
        var entireCase = askAdvisor(DELETED_CASE);
        contact.follows("Withdraw my contact").presses("Withdraw it").gets(200);
        entireCase.follows("Delete this recommendation").presses("Delete it").gets(200);
        deleted = Instant.now();
    }

    @AfterAll
    static void stop() {
        try (var ended = process) {
            var log = ended.output();
            long warnings = log.lines().filter(line -> line.contains(" WARN ")).count();
            report(
                    "ERROR lines in the log after the attacks",
                    ended.errors(),
                    ended.errors().isEmpty());
            report(
                    "WARN lines in the log after the attacks",
                    warnings + " of " + log.lines().count(),
                    warnings < 100);
        }
    }

    @Test
    void erasesDeletedData() throws IOException {
        waitUntil(
                "deleted data is gone from the file",
                () -> !databaseContains(DELETED_CONTACT) && !databaseContains(DELETED_CASE));
        var time = Duration.between(deleted, Instant.now());
        report(
                "a deleted contact and a deleted case, in the database file",
                "gone after " + time.toSeconds() + " s",
                true);
        waitUntil("a backup was made", () -> newestBackup().isPresent());
        var backup = readBackup(newestBackup().orElseThrow());
        report(
                "the same in a backup made afterwards",
                backup.length() + " characters",
                !backup.contains("Xanthippe") && backup.contains("Other Student") && databaseContains("Other Student"));
    }

    @Test
    void namesWithControlCharactersAreRefusedAndCounted() {
        for (var odd : List.of("admin\u0001", "\u0001admin", "admin\u0000", "\u0000admin", "admin\u200B")) {
            var network =
                    "127.3.3" + odd.codePoints().filter(c -> c < 32).findFirst().orElse(2) + ".";
            var client = network + (odd.startsWith("a") ? 1 : 2);
            var wrong = statuses(40, number -> attacker.login(client, odd, "wrong " + number));
            var right = attacker.login(network + 3 + odd.indexOf("a"), odd, TestApplication.ADMIN_PASSWORD);
            report(
                    "40 wrong passwords for %s, then the right one".formatted(encode(odd)),
                    wrong + ", then " + location(right),
                    wrong.getOrDefault(429, 0L) >= 29 && location(right).equals("/login?invisible"));
        }
        var counted = statuses(5, number -> attacker.login("127.3.30.9", "admin\u0001", "wrong"));
        var owner = attacker.login("127.3.30.9", "admin", TestApplication.ADMIN_PASSWORD);
        report(
                "5 of these, then the plain name and the right password from that address",
                counted + ", then " + location(owner),
                location(owner).equals("/login?wrong"));
    }

    @Test
    void parallelGuessesOfOneAddressAreLimited() {
        newOwner("parallel");
        var answers = parallelStatuses(40, 40, number -> attacker.login("127.3.5.1", "parallel", "wrong " + number));
        long compared = comparisons("parallel", answers.getOrDefault(303, 0L));
        report(
                "40 wrong passwords at the same moment from one address",
                answers + ", compared: " + compared,
                compared <= 5);
    }

    @Test
    void guessesFromManyAddressesReachTheLimitOfTheDay() {
        var owner = newOwner("many");
        var start = Instant.now();
        var pages = new ArrayList<Duration>();
        var answers = new ArrayList<Map<Integer, Long>>();
        var wave = new Thread(() -> answers.add(parallelStatuses(
                40, 40, number -> attacker.login("127.3.7." + (1 + number), "many", "wrong " + number))));
        wave.start();
        while (wave.isAlive()) {
            pages.add(timeOf(() -> attacker.get("127.3.2.2", "/guide")));
        }
        var slowest = pages.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        report(
                "40 wrong passwords at the same moment from 40 addresses",
                answers.get(0) + " after "
                        + Duration.between(start, Instant.now()).toSeconds() + " s; pages meanwhile within "
                        + slowest.toMillis() + " ms",
                slowest.compareTo(PAGE_TIME) < 0);
        var others = parallelStatuses(
                4, 120, number -> attacker.login("127.3.8." + (1 + number), "many", "wrong " + number));
        long attempts = answers.get(0).getOrDefault(303, 0L) + others.getOrDefault(303, 0L);
        long compared = comparisons("many", attempts);
        report("120 further ones from other addresses", others + ", compared of all: " + compared, compared == 100);
        var right = attacker.login("127.3.9.1", "many", PASSWORD);
        report(
                "the right password from another address after that",
                location(right),
                location(right).equals("/login?wrong"));
        owner.removesCookie("certpath").logsIn("many", PASSWORD);
        report(
                "the owner on a known device",
                owner.page().address(),
                owner.page().address().equals("/advisor"));
    }

    @Test
    void slowGuessesDoNotKeepTheOwnerOut() {
        var owner = newOwner("slow");
        var wrong = statuses(12, number -> {
            LoadGenerator.pause(Duration.ofSeconds(6));
            return attacker.login("127.3.6.1", "slow", "wrong " + number);
        });
        var other = attacker.login("127.3.6.2", "slow", PASSWORD);
        owner.removesCookie("certpath").logsIn("slow", PASSWORD);
        report(
                "a wrong password every 6 s, 12 times; then the owner from another address, and on a known device",
                wrong + "; " + location(other) + "; " + owner.page().address(),
                location(other).equals("/advisor") && owner.page().address().equals("/advisor"));
    }

    @Test
    void formsWithSessionCookiesFillNoDatabase() throws IOException {
        long before = databaseSize();
        var form = "_csrf=x&note=" + "n".repeat(9_900);
        var cookies = Map.of(
                "no cookie",
                "X-None: none",
                "a made-up cookie",
                "Cookie: certpath=" + "A".repeat(43),
                "a session cookie",
                Attacker.sessionCookie(attacker.get("127.3.1.1", "/login")));
        cookies.forEach((name, cookie) -> {
            var statuses = statuses(1_000, number -> attacker.post("127.3.1.2", "/advisor/cases/x", form, cookie));
            report("1,000 forms of 10 kB with " + name, statuses, statuses.getOrDefault(429, 0L) >= 900);
        });
        long growth = databaseSize() - before;
        report("growth of the database by these", growth + " bytes", growth < MAX_GROWTH);
    }

    @Test
    void slowConnectionsLeavePagesToOthers() throws IOException {
        var head = "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        holdConnections(
                "100 forms that never end",
                1,
                100,
                "POST /recommendations HTTP/1.1\r\n" + head + "Content-Length: 60000\r\n\r\na");
        holdConnections(
                "90 forms of three addresses that never end",
                3,
                90,
                "POST /recommendations HTTP/1.1\r\n" + head + "Content-Length: 60000\r\n\r\na");
        holdConnections("1,500 headers that never end", 1, 1_500, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: a");
        holdConnections(
                "100 idle connections", 1, 100, "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n");
        holdConnections(
                "300 connections of two addresses that send many requests and read nothing",
                2,
                300,
                "GET /guide HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100));
    }

    private static void holdConnections(String attack, int addresses, int count, String start) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int number = 0; number < count; number++) {
            sockets.add(attacker.open("127.3.2." + (10 + number % addresses), start));
        }
        var times = new ArrayList<Duration>();
        var statuses = statuses(20, number -> {
            sockets.subList(0, 20).forEach(socket -> Attacker.writeQuietly("a", socket));
            var begin = Instant.now();
            var page = attacker.get("127.3.2.2", "/guide");
            times.add(Duration.between(begin, Instant.now()));
            return page;
        });
        var form = attacker.post("127.3.2.2", "/recommendations", ANSWERS).status();
        var slowest = times.stream().max(Duration::compareTo).orElseThrow();
        var average = times.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(times.size());
        for (var socket : sockets) {
            socket.close();
        }
        report(
                attack + ": pages and a form of another address",
                statuses + ", " + form + ", a page in " + average.toMillis() + " ms, at most " + slowest.toMillis()
                        + " ms",
                statuses.equals(Map.of(200, 20L)) && form == 303 && average.compareTo(PAGE_TIME) < 0);
    }

    @Test
    void madeUpHostsAndCharsetsHaveNoEffect() {
        var host = new String[] {"Host: evil.example", "X-Forwarded-Host: evil.example"};
        var docs = attacker.get("127.3.0.1", "/v3/api-docs", host);
        var later = attacker.get("127.3.0.1", "/v3/api-docs");
        var text = docs.body() + later.body();
        report(
                "GET /v3/api-docs with a made-up Host",
                docs.status() + ", names it: " + text.contains("evil"),
                text.contains("\"servers\":[{\"url\":\"/\"") && !text.contains("evil"));
        var charset = attacker.get("127.3.0.1", "/api/v1/guide", "Accept: application/json;charset=utf-16");
        report("Accept: application/json;charset=utf-16", charset.status(), charset.status() == 200);
        var foreign = statuses(
                50, number -> attacker.post("127.3.0.2", "/recommendations", ANSWERS, "Origin: https://evil.example"));
        var own = attacker.post("127.3.0.2", "/recommendations", ANSWERS).status();
        report("50 forms of another site, then one of the visitor", foreign + ", " + own, own == 303);
    }

    @Test
    void asksAreLimitedAndInvisibleNamesAreBlank() {
        var page = location(attacker.post("127.3.0.3", "/recommendations", ANSWERS)) + "/ask";
        var rest = "&email=a%40example.org&note=Hello";
        var invisible = attacker.post("127.3.0.3", page, "name=%E2%80%8B%E2%81%A0%E3%85%A4" + rest);
        var blank = attacker.post("127.3.0.3", page, "name=++" + rest);
        var links = admin.opens("/advisor?view=all").html().select("main a");
        report(
                "a name of zero-width and filler characters, compared with a blank one",
                invisible.status() + ", " + blank.status() + ", links: " + links.size(),
                invisible.status() == blank.status()
                        && !links.isEmpty()
                        && links.stream().noneMatch(link -> InvisibleCharacters.areAll(link.text())));
        var asks = statuses(300, number -> {
            var client = "127.3.10." + (1 + number / 25);
            return attacker.post(client, page, "name=Ann" + rest + number); // the same text twice is one message
        });
        report(
                "300 asks on one case, from 12 addresses",
                asks,
                asks.getOrDefault(303, 0L) <= 20 && asks.keySet().equals(Set.of(303, 429)));
    }

    @Test
    void searchTextAndLongPasswordsAreHarmless() {
        var search = admin.opens("/advisor?view=all&q=" + encode("' or 1=1 --"))
                .gets(200)
                .html()
                .select("main tbody tr");
        report("a text search with SQL in it", search.size() + " rows", search.isEmpty());
        var start = Instant.now();
        admin.opens("/advisor/password")
                .types("Current password", "wrong")
                .types("New password", "l33t".repeat(32))
                .types("Repeat the new password", "l33t".repeat(32))
                .presses("Change password");
        var time = Duration.between(start, Instant.now());
        report(
                "a new password of 128 characters of l33t",
                admin.page().status() + " after " + time.toMillis() + " ms",
                time.compareTo(PAGE_TIME) < 0);
    }

    @Test
    void generatedPasswordsAreShownOnceAndStoredNowhere() {
        var password = add("shown");
        var head = attacker.head("127.3.0.4", "/advisor/accounts", "Cookie: " + admin.cookieHeader());
        var stored = databaseContains(password);
        var owner = browser().logsIn("shown", password);
        report(
                "HEAD of the page that shows a generated password",
                head.status() + ", in the database: " + stored + ", its owner is then on "
                        + owner.page().address(),
                head.status() == 200
                        && head.body().isEmpty()
                        && !stored
                        && owner.page().address().equals("/advisor/password"));
    }

    @Test
    void changesOfAccountsAreLoggedAndShown() {
        add("changed");
        admin.follows("Reset password changed").presses("Reset the password").gets(200);
        admin.follows("Make admin changed").presses("Make an admin").gets(200);
        admin.follows("Make advisor changed").presses("Make an advisor").gets(200);
        admin.follows("Disable changed").presses("Disable the account").gets(200);
        admin.presses("Enable changed").gets(200);
        var number = accountNumber("changed");
        var pattern = "Account " + number + ": (\\w+) by account \\d+";
        var logged = matches(pattern).map(match -> match.group(1)).toList();
        long shown = admin.opens("/advisor/accounts/changes").texts("main tbody td:nth-child(2)").stream()
                .filter(cell -> cell.contains("number " + number))
                .count();
        report(
                "changes of an account",
                "in the log: " + logged + ", on the page: " + shown,
                logged.equals(List.of("add", "reset", "promote", "demote", "disable", "enable")) && shown == 6);
    }

    @Test
    void filesAreReadableByTheOwnerOnly() throws IOException {
        waitUntil("a backup was made", () -> newestBackup().isPresent());
        try (var files = Files.walk(folder)) {
            var open = files.filter(file -> !file.equals(folder) && !file.equals(folder.resolve("backups")))
                    .filter(AttackTrial::isOpenToOthers)
                    .map(file -> folder.relativize(file))
                    .toList();
            report("files of the database and backups that others may read", open, open.isEmpty());
        }
    }

    private static HttpBrowser browser() {
        return HttpBrowser.withCookies(process.address());
    }

    private static HttpBrowser askAdvisor(String name) {
        return browser()
                .opens("/questionnaire/check?" + ANSWERS)
                .presses("Get my recommendation")
                .types("Your name (optional)", name)
                .presses("Ask an advisor")
                .gets(200);
    }

    /** Adds an account, and returns its generated password. */
    private static String add(String name) {
        return admin.opens("/advisor/accounts")
                .types("Name", name)
                .presses("Add account")
                .gets(200)
                .texts(".secret")
                .get(0);
    }

    /** Adds an account, and returns the browser in which its owner has chosen a password. */
    private static HttpBrowser newOwner(String name) {
        var generated = add(name);
        return browser()
                .logsIn(name, generated)
                .types("Current password", generated)
                .types("New password", PASSWORD)
                .types("Repeat the new password", PASSWORD)
                .presses("Change password")
                .gets(200);
    }

    private static String accountNumber(String name) {
        return admin.opens("/advisor/accounts/changes").texts("main tbody td:nth-child(2)").stream()
                .filter(cell -> cell.startsWith(name + " "))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
    }

    /** Returns how many passwords of an account were compared, of a number of attempts, when the log says it. */
    private static long comparisons(String name, long attempts) {
        var compared = "Login failed, BadCredentialsException: account " + accountNumber(name);
        var refused = compared.replace("BadCredentials", "Locked").replace("CredentialsException", "Exception");
        waitUntil("the log has all failed logins", () -> countLogged(compared) + countLogged(refused) == attempts);
        return countLogged(compared);
    }

    /** Counts the warnings of a kind, including those that were only counted. */
    private static long countLogged(String warning) {
        var pattern = "(?:(\\d+) further warnings were not logged: )?" + Pattern.quote(warning) + "(?!\\d)";
        return matches(pattern)
                .mapToLong(match -> match.group(1) == null ? 1 : Long.parseLong(match.group(1)))
                .sum();
    }

    private static Stream<MatchResult> matches(String pattern) {
        return Pattern.compile(pattern).matcher(process.output()).results();
    }

    private static Duration timeOf(Runnable action) {
        var start = Instant.now();
        action.run();
        return Duration.between(start, Instant.now());
    }

    private static void waitUntil(String what, BooleanSupplier condition) {
        var end = Instant.now().plus(COMPACTION_TIME);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            LoadGenerator.pause(Duration.ofSeconds(1));
        }
    }

    private static void report(String attack, Object outcome, boolean held) {
        System.out.printf("TRIAL %s | %s | %s%n", held ? "held  " : "FAILED", attack, outcome);
        assertThat(held).as("%s: %s", attack, outcome).isTrue();
    }

    private static boolean databaseContains(String text) {
        try {
            return Files.readString(folder.resolve("data/certpath.mv.db"), StandardCharsets.ISO_8859_1)
                    .contains(text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static long databaseSize() throws IOException {
        return Files.size(folder.resolve("data/certpath.mv.db"));
    }

    /** Finds the newest backup that was made after data was deleted. */
    private static Optional<Path> newestBackup() {
        try (var files = Files.list(Files.createDirectories(folder.resolve("backups")))) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .filter(file -> file.toFile().lastModified() > deleted.toEpochMilli())
                    .max(Path::compareTo);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String readBackup(Path file) throws IOException {
        try (var script = new ZipInputStream(Files.newInputStream(file))) {
            script.getNextEntry();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
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
}
