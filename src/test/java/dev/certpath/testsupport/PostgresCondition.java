package dev.certpath.testsupport;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what needs PostgreSQL where none can be had. */
final class PostgresCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return PostgresServer.shared().isPresent()
                ? ConditionEvaluationResult.enabled("There is a PostgreSQL server")
                : ConditionEvaluationResult.disabled("No PostgreSQL can be had");
    }
}
