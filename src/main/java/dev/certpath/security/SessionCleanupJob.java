package dev.certpath.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Deletes expired sessions every minute, on every instance: the statement deletes nothing when another instance was
 * first. It replaces Spring Session's own job, which logs an error each time the database is unavailable.
 */
@Component
@EnableScheduling
public class SessionCleanupJob {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCleanupJob.class);

    private final JdbcIndexedSessionRepository sessions;

    SessionCleanupJob(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(cron = "0 * * * * *")
    public void deleteExpiredSessions() {
        try {
            sessions.cleanUpExpiredSessions();
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn(
                    "The database is unavailable; expired sessions are deleted a minute later: {}",
                    unavailable.getClass().getSimpleName());
        }
    }
}
