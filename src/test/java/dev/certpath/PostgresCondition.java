package dev.certpath;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips what needs PostgreSQL where none can be had. */
final class PostgresCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean needed =
                Database.IS_POSTGRESQL || AnnotationSupport.isAnnotated(context.getElement(), OnPostgres.class);
        return needed && Postgres.shared().isEmpty()
                ? ConditionEvaluationResult.disabled("No PostgreSQL can be had")
                : ConditionEvaluationResult.enabled("Its database is there");
    }
}
