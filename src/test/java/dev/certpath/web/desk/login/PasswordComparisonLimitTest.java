package dev.certpath.web.desk.login;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many logins at the same time wait for each other, up to a limit, and known devices wait for none of them. */
class PasswordComparisonLimitTest {

    private static final int PERMITS = 2;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger started = new AtomicInteger();

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdown();
    }

    @Test
    void comparesAsManyAtTheSameTimeAsThereArePermitsAndLetsSomeWait() {
        var limit = new PasswordComparisonLimit(PERMITS, LONG);
        var comparisons = fill(PERMITS, limit);

        assertThat(started).hasValue(PERMITS);
        assertThatThrownBy(() -> limit.run(started::get)).isInstanceOf(LoginOverloadException.class);
        end.countDown();
        assertThat(comparisons).allSatisfy(comparison -> assertThat(comparison).succeedsWithin(LONG));
        assertThat(started).hasValue(comparisons.size());
    }

    @Test
    void rejectsWhatHasWaitedTooLong() {
        var limit = new PasswordComparisonLimit(1, Duration.ofMillis(1));
        limit.run(() -> {
            assertThat(CompletableFuture.supplyAsync(() -> limit.run(started::get), threads))
                    .failsWithin(LONG)
                    .withThrowableThat()
                    .withCauseInstanceOf(LoginOverloadException.class);
            return started;
        });
        assertThat(limit.run(() -> "a failed comparison keeps no permit")).isNotEmpty();
    }

    @Test
    void releasesThePermitOfAComparisonThatFails() {
        var limit = new PasswordComparisonLimit(1, Duration.ofMillis(1));
        Supplier<String> failing = () -> {
            throw new IllegalStateException();
        };
        Collections.nCopies(3, failing)
                .forEach(comparison ->
                        assertThatThrownBy(() -> limit.run(comparison)).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void unknownDevicesGet503WithoutBeingCountedAndKnownOnesLogIn(@TempDir Path folder) {
        try (var site = TestApplication.on(folder)) {
            site.bean(AccountService.class).add("former", PASSWORD, Account.Role.ADVISOR, false);
            var former = site.browser().logsInWithoutRedirect("former", PASSWORD);
            var owner = site.advisor().inAnotherTab();
            var unknown = site.browser();
            fill(Runtime.getRuntime().availableProcessors(), site.bean(PasswordComparisonLimit.class));
            site.update("delete from login_failures");

            var log = LogCapture.during(() -> IntStream.range(0, 10).forEach(number -> {
                unknown.logsIn("admin", TestApplication.ADMIN_PASSWORD).gets(503);
                assertThat(unknown.header("Retry-After")).isEqualTo("5");
            }));

            assertThat(log.lines()).singleElement().asString().contains("Login rejected: Too many passwords");
            assertThat(site.count("login_failures")).isZero();
            owner.removesCookie("certpath").logsIn("former", PASSWORD).gets(503); // a device of another account
            former.removesCookie("certpath").logsIn("former", PASSWORD).isOn("/advisor");
            site.update("update accounts set enabled = false where username = 'former'");
            former.removesCookie("certpath").logsIn("former", PASSWORD).gets(503);
            owner.logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
            end.countDown();
            unknown.logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
        }
    }

    /** Starts as many comparisons as there are permits, and as many as may wait for them. */
    private List<CompletableFuture<Integer>> fill(int permits, PasswordComparisonLimit limit) {
        var comparisons = IntStream.range(0, permits * 9)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> limit.run(this::compare), threads))
                .toList();
        while (limit.pending() < comparisons.size() || started.get() < permits) {
            Thread.onSpinWait();
        }
        return comparisons;
    }

    private int compare() {
        try {
            started.incrementAndGet();
            end.await();
            return started.get();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }
}
