/**
 * Which URLs users may request: filter chains, access rules, sessions, rate limits, same-origin check and security headers.
 *
 * <p>Start with {@code SecurityConfiguration}; {@code AccessRules} lists every URL pattern and who may use it.
 */
@NullMarked
package dev.certpath.security;

import org.jspecify.annotations.NullMarked;
