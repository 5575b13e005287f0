package dev.certpath.infrastructure;

import dev.certpath.cases.ContactRetentionService;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases expired contacts: a minute after start-up, then every hour, by one instance at a time. */
@Component
class ContactRetentionJob {

    private static final Logger LOG = LoggerFactory.getLogger(ContactRetentionJob.class);

    private final ContactRetentionService retention;

    ContactRetentionJob(ContactRetentionService retention) {
        this.retention = retention;
    }

    /** Erases contacts whose retention period has ended, unless another instance is doing so. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @SchedulerLock(name = "contacts")
    void eraseExpiredContacts() {
        int erased = retention.eraseExpired();
        if (erased > 0) {
            LOG.info("Contacts erased 12 months after the last action on their cases: {}", erased);
        }
    }
}
