package dev.certpath.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class AccountBookTest {

    @Autowired
    private AccountBook accounts;

    @Test
    void serversThatStartAtTheSameMomentMakeOneAccountWithoutAFuss(CapturedOutput log) throws Exception {
        var servers = Executors.newFixedThreadPool(8);
        Callable<Boolean> adding = () -> accounts.add("first", Advisors.PASSWORD, Account.Role.ADMIN, true);

        var added = servers.invokeAll(List.of(adding, adding, adding, adding, adding, adding, adding, adding));

        servers.shutdown();
        assertEquals(1, added.stream().filter(AccountBookTest::outcome).count());
        assertFalse(log.getAll().contains("WARN") || log.getAll().contains("ERROR"), log::getAll);
    }

    @Test
    void noFailureGoesUncountedHoweverManyComeAtOnce() throws Exception {
        accounts.add("crowded", Advisors.PASSWORD, Account.Role.ADVISOR, false);
        var guessers = Executors.newFixedThreadPool(5);
        Callable<Boolean> failing = () -> {
            accounts.failed("crowded");
            return true;
        };

        guessers.invokeAll(List.of(failing, failing, failing, failing, failing)).forEach(AccountBookTest::outcome);

        guessers.shutdown();
        assertTrue(accounts.changePassword("crowded", Advisors.PASSWORD, "x").isEmpty(), "It waits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "admin\u0000", "admin\n-", "' or 1=1 --"})
    void aNameThatNoAccountCanHaveIsUnknown(String typed) {
        assertTrue(accounts.find(typed).isEmpty());
    }

    private static boolean outcome(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
