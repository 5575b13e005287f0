package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.OnEveryDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Transactions are repeated after collisions, and after no other failure. */
@OnEveryDatabase
class CollisionRetryIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final CollisionRetry retry = desk.bean(CollisionRetry.class);
    private final SessionFactory sessions =
            desk.bean(EntityManagerFactory.class).unwrap(SessionFactory.class);
    private final LocalContainerEntityManagerFactoryBean translator =
            desk.bean(LocalContainerEntityManagerFactoryBean.class);
    private final AtomicInteger attempts = new AtomicInteger();
    private Map<String, String> parameters = Map.of();

    @BeforeEach
    void createsTwoCases() {
        var one = desk.caseOf("aws");
        var other = desk.caseOf("azure");
        parameters = Map.of("id", one.id(), "otherId", other.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cases set address = :otherId where address = :id",
                "update cases set share_id = 'the same for both' where address in (:id, :otherId)",
                "update cases set reference = 'AAA-AAA' where address in (:id, :otherId)",
                "update cases set request_key = 'the-same-key-twice' where address in (:id, :otherId)",
                "update documents set digest = (select min(digest) from document_contents)"
            })
    void duplicateKeyIsCollision(String statement) {
        assertThat(CollisionRetry.isCollision(failureOf(statement))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into document_contents select digest, content from document_contents",
                "update cases set document_id = -1 where address in (:id, :otherId)",
                "update cases set reference = null where address in (:id, :otherId)",
                "update cases set reference = 'longer than a reference' where address in (:id, :otherId)"
            })
    void otherViolationIsNoCollision(String statement) {
        var failure = failureOf(statement);

        assertThat(failure).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(CollisionRetry.isCollision(failure)).isFalse();
    }

    @Test
    void repeatsAfterLockFailure() {
        assertThat(retry.execute(this::failToLockTwice)).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void doesNotRepeatAfterOtherFailure() {
        assertThatThrownBy(() -> retry.execute(() -> {
                    attempts.incrementAndGet();
                    throw new DataIntegrityViolationException("another constraint");
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessage("another constraint");
        assertThat(attempts).hasValue(1);
    }

    private String failToLockTwice() {
        if (attempts.incrementAndGet() < 3) {
            throw new OptimisticLockingFailureException("changed by another transaction");
        }
        return "done";
    }

    private RuntimeException failureOf(String statement) {
        try {
            sessions.inTransaction(session -> {
                var query = session.createNativeMutationQuery(statement);
                parameters.forEach((name, value) -> {
                    if (statement.contains(":" + name)) {
                        query.setParameter(name, value);
                    }
                });
                query.executeUpdate();
            });
            throw new AssertionError("The statement did not fail");
        } catch (RuntimeException failure) {
            return Objects.requireNonNull(translator.translateExceptionIfPossible(failure));
        }
    }
}
