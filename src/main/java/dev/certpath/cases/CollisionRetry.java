package dev.certpath.cases;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction, and repeats it after a collision with a concurrent transaction: when a lock fails, or when
 * both insert the same key. The next attempt sees what the other transaction committed, or generates another key. Other
 * failures are not repeated.
 */
@Component
public class CollisionRetry {

    /**
     * The unique constraints that concurrent transactions can violate. H2 adds the schema and the index to the name.
     */
    private static final List<String> KEYS = List.of(
            "cases_address",
            "cases_share_id",
            "cases_reference",
            "cases_request_key",
            "documents_digest",
            "calendar_events_step",
            "case_visits_advisor");

    private final RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(5)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(20))
            .predicate(CollisionRetry::isCollision)
            .build());
    private final TransactionTemplate transaction;

    CollisionRetry(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Returns the result of the work, after the transaction of its last attempt is committed. */
    public <T> T execute(Supplier<T> work) {
        return retry.invoke(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    /** Returns whether a failure is a collision with a concurrent transaction. */
    static boolean isCollision(Throwable failure) {
        return failure instanceof ConcurrencyFailureException || isDuplicateKey(failure);
    }

    private static boolean isDuplicateKey(Throwable failure) {
        return failure instanceof DataIntegrityViolationException violation
                && violation.getCause() instanceof ConstraintViolationException constraint
                && constraint.getKind() == ConstraintKind.UNIQUE
                && isKey(constraint.getConstraintName());
    }

    private static boolean isKey(@Nullable String constraint) {
        return constraint != null && KEYS.stream().anyMatch(constraint.toLowerCase(Locale.ROOT)::contains);
    }
}
