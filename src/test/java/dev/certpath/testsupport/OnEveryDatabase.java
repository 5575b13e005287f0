package dev.certpath.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of what keeps data: they run on the embedded database, and once more on PostgreSQL, where several instances would
 * keep it and where one can be had.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("postgresql")
@ClassTemplate
@ExtendWith(EveryDatabaseExtension.class)
public @interface OnEveryDatabase {}
