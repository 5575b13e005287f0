package dev.certpath.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class on the embedded database, and again on PostgreSQL if it is {@linkplain RequiresPostgres
 * available}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("postgresql")
@ClassTemplate
@ExtendWith(EveryDatabaseExtension.class)
public @interface OnEveryDatabase {}
