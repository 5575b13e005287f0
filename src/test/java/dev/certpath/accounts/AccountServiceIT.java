package dev.certpath.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class AccountServiceIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final AccountService accounts = desk.part(AccountService.class);

    @Test
    void serversThatStartAtTheSameMomentMakeOneAccountWithoutAFuss() {
        var added = new AtomicLong();

        var log = LogCapture.during(() -> added.set(eightServersAddTheFirstAccount()));

        assertEquals(1, added.get());
        assertEquals(List.of(), log.warnings());
    }

    private long eightServersAddTheFirstAccount() {
        var servers = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> adding = () -> accounts.add("first", DeskFixture.PASSWORD, Account.Role.ADMIN, true);
            return servers.invokeAll(Collections.nCopies(8, adding)).stream()
                    .filter(AccountServiceIT::outcome)
                    .count();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        } finally {
            servers.shutdown();
        }
    }

    @Test
    void noFailureGoesUncountedHoweverManyComeAtOnce() throws Exception {
        accounts.add("crowded", DeskFixture.PASSWORD, Account.Role.ADVISOR, false);
        var guessers = Executors.newFixedThreadPool(5);
        Callable<Boolean> failing = () -> {
            accounts.failed("crowded");
            return true;
        };

        guessers.invokeAll(List.of(failing, failing, failing, failing, failing)).forEach(AccountServiceIT::outcome);

        guessers.shutdown();
        assertTrue(accounts.changePassword("crowded", DeskFixture.PASSWORD, "x").isEmpty(), "It waits");
    }

    @RepeatedTest(20)
    void ofTwoAdminsWhoShutEachOtherOutAtOnceOneRemains(RepetitionInfo round) {
        var change = round.getCurrentRepetition() % 2 == 0 ? AccountAction.DISABLE : AccountAction.DEMOTE;
        var one = desk.newAdmin();
        var other = desk.newAdmin();

        desk.whileOnlyAdmins(List.of(one, other), () -> {
            var done = atOnce(() -> isChanged(one, change, other), () -> isChanged(other, change, one));

            assertEquals(1, done.stream().filter(AccountServiceIT::outcome).count());
            assertEquals(1, Stream.of(one, other).filter(this::isEnabledAdmin).count());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLE", "DEMOTE"})
    void theLastAdminWhoCanLogInRemainsOne(AccountAction change) {
        var last = desk.newAdmin();
        var disabled = desk.newAdmin();
        desk.disable(disabled);

        desk.whileOnlyAdmins(List.of(last, disabled), () -> {
            assertFalse(isChanged(last, change, disabled));
            assertTrue(isEnabledAdmin(last));

            assertTrue(isChanged(disabled, AccountAction.ENABLE, last));
            assertTrue(isChanged(last, change, disabled));
            assertFalse(isEnabledAdmin(last));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "admin\u0000", "admin\n-", "' or 1=1 --"})
    void aNameThatNoAccountCanHaveIsUnknown(String typed) {
        assertTrue(accounts.find(typed).isEmpty());
    }

    private boolean isChanged(String username, AccountAction change, String by) {
        try {
            accounts.change(username, change, by);
            return true;
        } catch (AccountChangeRejectedException refused) {
            return false;
        }
    }

    private boolean isEnabledAdmin(String username) {
        return accounts.find(username).orElseThrow().isEnabledAdmin();
    }

    private static List<Future<Boolean>> atOnce(Callable<Boolean> one, Callable<Boolean> other) {
        var start = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            return people.invokeAll(Stream.of(one, other)
                    .map(act -> (Callable<Boolean>) () -> {
                        start.await();
                        return act.call();
                    })
                    .toList());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        } finally {
            people.shutdown();
        }
    }

    private static boolean outcome(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
