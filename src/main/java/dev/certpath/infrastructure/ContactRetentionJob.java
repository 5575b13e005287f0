package dev.certpath.infrastructure;

import dev.certpath.cases.ContactRetentionService;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider.Configuration;
import net.javacrumbs.shedlock.provider.sql.DatabaseProduct;
import net.javacrumbs.shedlock.support.LockException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Erases expired contacts: a minute after start-up, then every hour, by one instance at a time. */
@Component
@EnableScheduling
class ContactRetentionJob {

    static final String LOCK_NAME = "contacts";

    private static final Logger LOG = LoggerFactory.getLogger(ContactRetentionJob.class);

    /** How long an instance that crashes during the job keeps the others from running it. */
    private static final Duration LOCK_AT_MOST_FOR = Duration.ofMinutes(30);

    private final ContactRetentionService retention;
    private final LockingTaskExecutor lockingExecutor;

    ContactRetentionJob(ContactRetentionService retention, DataSource dataSource) throws MetaDataAccessException {
        this.retention = retention;
        var product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        this.lockingExecutor = new DefaultLockingTaskExecutor(new JdbcTemplateLockProvider(Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(dataSource))
                .withDatabaseProduct(DatabaseProduct.matchProductName(
                        product)) // when detected later, the database may be unavailable
                .usingDbTime() // the clocks of two instances may differ
                .build()));
    }

    /** Erases contacts whose retention period has ended, unless another instance is doing so. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void eraseExpiredContacts() {
        var lock = new LockConfiguration(ClockProvider.now(), LOCK_NAME, LOCK_AT_MOST_FOR, Duration.ZERO);
        try {
            lockingExecutor.executeWithLock((Runnable) this::erase, lock);
        } catch (LockException | DataAccessException | TransactionException unavailable) {
            LOG.warn(
                    "The database is unavailable; expired contacts are erased an hour later: {}",
                    unavailable.getClass().getSimpleName());
        }
    }

    private void erase() {
        int erased = retention.eraseExpired();
        if (erased > 0) {
            LOG.info("Contacts erased 12 months after the last action on their cases: {}", erased);
        }
    }
}
