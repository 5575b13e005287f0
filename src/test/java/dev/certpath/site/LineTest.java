package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A few for each core are worked on at once, unless those who have a turn only wait. */
class LineTest {

    private static final int TURNS = 16;
    private static final int A_CROWD = 50;
    private static final Duration FOR_EVER = Duration.ofMinutes(5);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(A_CROWD);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void noMoreAreWorkedOnAtOnceThanThereAreTurns() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var line = leadingTo(
                () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(1);
                    inside.decrementAndGet();
                },
                FOR_EVER);

        var crowd = Stream.generate(() -> comes(line, "/")).limit(10 * A_CROWD).toList();

        crowd.forEach(CompletableFuture::join);
        assertThat(most).hasValueLessThanOrEqualTo(TURNS);
    }

    @Test
    void whoWaitsTooLongGoesInWithoutATurn() {
        var all = new CountDownLatch(A_CROWD);
        var line = leadingTo(waitsFor(all), A_MOMENT);

        var crowd = Stream.generate(() -> comes(line, "/")).limit(A_CROWD).toList();

        crowd.forEach(CompletableFuture::join);
    }

    @Test
    void whoAsksForHealthDoesNotWait() {
        var healthy = new CountDownLatch(TURNS + 1);
        var line = leadingTo(waitsFor(healthy), FOR_EVER);

        var crowd = Stream.generate(() -> comes(line, "/")).limit(TURNS).toList();
        comes(line, "/actuator/health").join();

        crowd.forEach(CompletableFuture::join);
    }

    @Test
    void whoWillOnlyWaitLeavesTheTurnToAnother() {
        var all = new CountDownLatch(A_CROWD);
        var turns = new Turns(1, FOR_EVER);
        var line = leadingTo(
                () -> {
                    turns.leave();
                    waitsFor(all).isDone();
                },
                turns);

        var crowd = Stream.generate(() -> comes(line, "/")).limit(A_CROWD).toList();

        crowd.forEach(CompletableFuture::join);
    }

    private interface Work {
        void isDone() throws InterruptedException;
    }

    private static Work waitsFor(CountDownLatch all) {
        return () -> {
            all.countDown();
            assertThat(all.await(1, TimeUnit.MINUTES)).isTrue();
        };
    }

    private static Line leadingTo(Work work, Duration patience) {
        return leadingTo(work, new Turns(1, patience));
    }

    private static Line leadingTo(Work work, Turns turns) {
        var line = new Line(turns);
        line.setNext(new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) {
                try {
                    work.isDone();
                } catch (InterruptedException cause) {
                    throw new AssertionError(cause);
                }
            }
        });
        return line;
    }

    private CompletableFuture<Void> comes(Line line, String address) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        line.invoke(to(address), null);
                    } catch (Exception cause) {
                        throw new AssertionError(cause);
                    }
                },
                threads);
    }

    private static Request to(String address) {
        var arrived = new org.apache.coyote.Request();
        arrived.requestURI().setString(address);
        return new Request(new Connector(), arrived);
    }
}
