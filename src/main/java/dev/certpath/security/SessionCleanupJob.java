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
 * Deletes sessions that ended, on every instance alike: who comes second finds nothing to do. Not by Spring Session's
 * own job, which logs an error each time that the database is away.
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
    public void delete() {
        try {
            sessions.cleanUpExpiredSessions();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "Sessions that ended are not deleted yet: {}",
                    away.getClass().getSimpleName());
        }
    }
}
