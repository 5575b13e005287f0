/**
 * Classifies and logs exceptions of the database, for all packages that handle them.
 *
 * <p>Start with {@code DatabaseFailure}.
 */
@NullMarked
package dev.certpath.persistence;

import org.jspecify.annotations.NullMarked;
