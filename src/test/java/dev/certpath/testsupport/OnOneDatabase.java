package dev.certpath.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of pages above what keeps data, which is tried {@linkplain OnEveryDatabase on every database} below them: they run
 * on one of those that can be had, drawn anew in each build, which says on which. {@code -Dcertpath.databases=all} brings
 * all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(OneDatabaseExtension.class)
public @interface OnOneDatabase {}
