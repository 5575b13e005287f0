package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.testsupport.TestDatabase;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Responses when a database operation fails while a request is processed: 503 in an outage, 500 with an error in the log
 * for a defect.
 */
@OnEveryDatabase
class DatabaseFailureDuringRequestIT {

    private final TestApplication site = TestApplication.shared();

    @BeforeEach
    void createOutageFunction() {
        site.update(
                TestDatabase.current() == TestDatabase.POSTGRESQL
                        ? """
                        create function outage() returns boolean language plpgsql as
                        'begin raise exception using errcode = ''57P01''; end'"""
                        : "create alias outage for '" + OutageFunction.class.getName() + ".outage'");
    }

    @AfterEach
    void dropOutageFunction() {
        site.update(TestDatabase.current() == TestDatabase.POSTGRESQL ? "drop function outage" : "drop alias outage");
    }

    @Test
    void answers503WhenAnOutageInterruptsLogin() {
        var browser = site.browser();
        site.update("alter table accounts rename to accounts_renamed");
        site.update("create view accounts as select * from accounts_renamed where outage()");
        try {
            var log = LogCapture.during(() ->
                    browser.logsIn("admin", TestApplication.ADMIN_PASSWORD).gets(503));

            assertThat(browser.header("Retry-After")).isNotBlank();
            assertThat(log.errors()).isEmpty();
        } finally {
            site.update("drop view accounts");
            site.update("alter table accounts_renamed rename to accounts");
        }
        browser.logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
    }

    @Test
    void answers503WhenAnOutageInterruptsSavingTheSession() {
        var advisor = site.advisor();
        withSessionConstraint("case when principal_name = 'nobody' then true else outage() end", () -> {
            var log = LogCapture.during(() -> advisor.opens("/advisor").gets(503));

            assertThat(advisor.header("Retry-After")).isNotBlank();
            assertThat(log.errors()).isEmpty();
        });
        advisor.opens("/advisor").gets(200);
    }

    @Test
    void answers500WhenLoginCannotReadTheAccount() {
        var browser = site.browser();
        site.update("alter table accounts rename to accounts_renamed");
        try {
            var log = LogCapture.during(() ->
                    browser.logsIn("admin", TestApplication.ADMIN_PASSWORD).gets(500));

            assertLogsOneErrorWithStackTrace(log);
        } finally {
            site.update("alter table accounts_renamed rename to accounts");
        }
        browser.logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
    }

    @Test
    void answers500WhenTheSessionViolatesAConstraint() {
        var advisor = site.advisor();
        withSessionConstraint("principal_name = 'nobody'", () -> {
            var log = LogCapture.during(() -> advisor.opens("/advisor").gets(500));

            assertLogsOneErrorWithStackTrace(log);
        });
        advisor.opens("/advisor").gets(200);
    }

    @Test
    void answers500WhenAValueIsTooLongAndDoesNotLogTheValue() {
        var student = site.student()
                .opens(
                        "/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert")
                .presses("Get my recommendation")
                .types("Your name (optional)", "Planted Xanthippe");
        site.update("delete from contacts");
        site.update("alter table contacts alter column name set data type varchar(3)");
        try {
            var log = LogCapture.during(() -> student.presses("Ask an advisor").gets(500));

            assertLogsOneErrorWithStackTrace(log);
            assertThat(log.errors()).allSatisfy(line -> assertThat(line).doesNotContain("Planted"));
        } finally {
            site.update("alter table contacts alter column name set data type varchar(100)");
        }
    }

    /** Runs an action while saving any session of an advisor violates or evaluates that constraint. */
    private void withSessionConstraint(String condition, Runnable action) {
        site.update("update sessions set principal_name = 'nobody'");
        site.update("alter table sessions add constraint failing check (" + condition + ")");
        try {
            action.run();
        } finally {
            site.update("alter table sessions drop constraint failing");
        }
    }

    private static void assertLogsOneErrorWithStackTrace(LogCapture log) {
        assertThat(log.errors())
                .singleElement()
                .asString()
                .contains("A database operation failed.", "\tat dev.certpath.");
    }

    /** A database function that fails as if the database were closed. */
    public static final class OutageFunction {

        private OutageFunction() {}

        public static boolean outage() throws SQLException {
            throw DbException.get(ErrorCode.DATABASE_IS_CLOSED).getSQLException();
        }
    }
}
