package dev.certpath.site;

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
class EndedSessions {

    private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);

    private final JdbcIndexedSessionRepository sessions;

    EndedSessions(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(cron = "0 * * * * *")
    void delete() {
        try {
            sessions.cleanUpExpiredSessions();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "Sessions that ended are not deleted yet: {}",
                    away.getClass().getSimpleName());
        }
    }
}
