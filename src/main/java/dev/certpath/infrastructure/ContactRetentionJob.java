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

/** What is done without anybody asking: soon after the start, then every hour, and by one instance at a time. */
@Component
@EnableScheduling
class ContactRetentionJob {

    static final String CONTACTS = "contacts";

    private static final Logger LOG = LoggerFactory.getLogger(ContactRetentionJob.class);

    /** An instance that dies at it keeps the others from it for so long. */
    private static final Duration AT_MOST = Duration.ofMinutes(30);

    private final ContactRetentionService retention;
    private final LockingTaskExecutor alone;

    ContactRetentionJob(ContactRetentionService retention, DataSource database) throws MetaDataAccessException {
        this.retention = retention;
        var product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        this.alone = new DefaultLockingTaskExecutor(new JdbcTemplateLockProvider(Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(database))
                .withDatabaseProduct(DatabaseProduct.matchProductName(product)) // asked later, it might be away
                .usingDbTime() // the clocks of two machines may differ
                .build()));
    }

    /** Erases contacts that were kept long enough, unless another instance is at it. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void eraseContacts() {
        var lock = new LockConfiguration(ClockProvider.now(), CONTACTS, AT_MOST, Duration.ZERO);
        try {
            alone.executeWithLock((Runnable) this::erase, lock);
        } catch (LockException | DataAccessException | TransactionException away) {
            LOG.warn(
                    "The database did not answer, so contacts that are due are erased an hour later: {}",
                    away.getClass().getSimpleName());
        }
    }

    private void erase() {
        int erased = retention.eraseExpired();
        if (erased > 0) {
            LOG.info("Contacts erased 12 months after the last act on their cases: {}", erased);
        }
    }
}
