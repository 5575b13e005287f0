package dev.certpath.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests in a real browser, which they get as a parameter. Where there is none they are skipped, and one line says so;
 * where the environment variable {@code CERTPATH_REQUIRE_BROWSER} is {@code true}, they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(BrowserExtension.class)
@interface RequiresBrowser {}
