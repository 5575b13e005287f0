package dev.certpath.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that use a {@link Browser}, which they get as a parameter. If Chromium or chromedriver is not installed,
 * they are skipped and one line on standard error says so; if the environment variable {@code CERTPATH_REQUIRE_BROWSER}
 * is {@code true}, they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(BrowserExtension.class)
@interface RequiresBrowser {}
