/**
 * Login and logout of advisors with Spring Security.
 *
 * <p>Start with {@link dev.certpath.web.desk.login.AdvisorLoginConfigurer}, which {@code security} applies to the filter
 * chain of the desk.
 */
@NullMarked
package dev.certpath.web.desk.login;

import org.jspecify.annotations.NullMarked;
