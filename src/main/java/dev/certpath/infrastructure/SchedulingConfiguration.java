package dev.certpath.infrastructure;

import dev.certpath.logging.WarningLimiter;
import dev.certpath.persistence.DatabaseFailure;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.provider.sql.DatabaseProduct;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Scheduled jobs: locks in the database keep several instances from running the same job at the same time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = SchedulingConfiguration.LOCK_AT_MOST_FOR)
class SchedulingConfiguration {

    /** How long an instance that crashes during a job keeps the others from running it. */
    static final String LOCK_AT_MOST_FOR = "30m";

    private static final Logger LOG = LoggerFactory.getLogger(SchedulingConfiguration.class);

    @Bean
    LockProvider lockProvider(DataSource dataSource) throws MetaDataAccessException {
        var product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(dataSource))
                .withDatabaseProduct(
                        DatabaseProduct.matchProductName(product)) // if detected later, it may be unavailable
                .usingDbTime() // the clocks of two instances may differ
                .build());
    }

    /** Logs failures of jobs, which run again as scheduled. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer jobFailureLogging(WarningLimiter warnings) {
        return scheduler -> scheduler.setErrorHandler(exception -> log(exception, warnings));
    }

    private static void log(Throwable exception, WarningLimiter warnings) {
        DatabaseFailure.find(exception)
                .ifPresentOrElse(
                        failure -> failure.log(LOG, warnings), () -> LOG.error("A scheduled job failed.", exception));
    }
}
