package dev.certpath.testsupport;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Disables tests that need PostgreSQL if it is not available. */
final class PostgresCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return PostgresServer.shared().isPresent()
                ? ConditionEvaluationResult.enabled("PostgreSQL is available")
                : ConditionEvaluationResult.disabled("PostgreSQL is not available");
    }
}
