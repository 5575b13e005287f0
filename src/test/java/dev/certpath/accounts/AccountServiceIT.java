package dev.certpath.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    private final AccountService accounts = desk.bean(AccountService.class);

    @Test
    void addsOneAccountWhenInstancesStartAtTheSameTime() {
        var added = new AtomicLong();

        var log = LogCapture.during(() -> added.set(addFromEightInstances()));

        assertEquals(1, added.get());
        assertEquals(List.of(), log.warnings());
    }

    private long addFromEightInstances() {
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> add = () -> accounts.add("first", DeskFixture.PASSWORD, Account.Role.ADMIN, true);
            return threads.invokeAll(Collections.nCopies(8, add)).stream()
                    .filter(AccountServiceIT::result)
                    .count();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        } finally {
            threads.shutdown();
        }
    }

    @RepeatedTest(20)
    void keepsOneAdminWhenTwoDisableEachOtherConcurrently(RepetitionInfo repetition) {
        var action = repetition.getCurrentRepetition() % 2 == 0 ? AccountChangeType.DISABLE : AccountChangeType.DEMOTE;
        var one = desk.newAdmin();
        var other = desk.newAdmin();

        desk.withOnlyAdmins(List.of(one, other), () -> {
            var results = concurrently(() -> isChanged(one, action, other), () -> isChanged(other, action, one));

            assertEquals(1, results.stream().filter(AccountServiceIT::result).count());
            assertEquals(1, Stream.of(one, other).filter(this::isEnabledAdmin).count());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLE", "DEMOTE"})
    void keepsLastEnabledAdmin(AccountChangeType action) {
        var last = desk.newAdmin();
        var disabled = desk.newAdmin();
        desk.disable(disabled);

        desk.withOnlyAdmins(List.of(last, disabled), () -> {
            assertFalse(isChanged(last, action, disabled));
            assertTrue(isEnabledAdmin(last));

            assertTrue(isChanged(disabled, AccountChangeType.ENABLE, last));
            assertTrue(isChanged(last, action, disabled));
            assertFalse(isEnabledAdmin(last));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "admin\u0000", "admin\n-", "' or 1=1 --"})
    void findsNoAccountForInvalidUsername(String username) {
        assertTrue(accounts.find(username).isEmpty());
    }

    private boolean isChanged(String username, AccountChangeType change, String admin) {
        try {
            if (change == AccountChangeType.DISABLE) {
                accounts.disable(username, Optional.empty(), (disabled, successor) -> 0, admin);
            } else {
                accounts.change(username, AccountAction.valueOf(change.name()), admin);
            }
            return true;
        } catch (AccountChangeRejectedException rejection) {
            return false;
        }
    }

    private boolean isEnabledAdmin(String username) {
        return accounts.find(username).orElseThrow().isEnabledAdmin();
    }

    private static List<Future<Boolean>> concurrently(Callable<Boolean> one, Callable<Boolean> other) {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            return threads.invokeAll(Stream.of(one, other)
                    .map(action -> (Callable<Boolean>) () -> {
                        start.await();
                        return action.call();
                    })
                    .toList());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        } finally {
            threads.shutdown();
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
