package dev.certpath.security;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Deletes expired sessions every minute, on every instance: the statement deletes nothing when another instance was
 * first. It replaces Spring Session's own job, whose private scheduler logs an error each time the database is
 * unavailable.
 */
@Component
public class SessionCleanupJob {

    private final JdbcIndexedSessionRepository sessions;

    SessionCleanupJob(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(cron = "0 * * * * *")
    public void deleteExpiredSessions() {
        sessions.cleanUpExpiredSessions();
    }
}
