/**
 * Logging of what clients cause, in bounded amounts.
 *
 * <p>Start with {@link dev.certpath.logging.WarningLimiter}. It uses no other package of the application.
 */
@NullMarked
package dev.certpath.logging;

import org.jspecify.annotations.NullMarked;
