package dev.certpath.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need a PostgreSQL server. If its programs are not installed, these tests are skipped and one line on
 * standard error says so; if the environment variable {@code CERTPATH_REQUIRE_POSTGRESQL} is {@code true}, they fail.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("postgresql")
@ExtendWith(PostgresCondition.class)
public @interface RequiresPostgres {}
