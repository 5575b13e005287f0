package dev.certpath.infrastructure;

import dev.certpath.accounts.LoginAttempts;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes counts of failed logins that no longer have an effect, every hour. */
@Component
class LoginFailureCleanupJob {

    private final LoginAttempts attempts;

    LoginFailureCleanupJob(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    @Scheduled(cron = "0 17 * * * *")
    @SchedulerLock(name = "login-failures")
    void deleteExpiredFailures() {
        attempts.deleteExpired();
    }
}
