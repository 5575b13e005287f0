/**
 * The URL under which users reach the application, and the origins that are its own.
 *
 * <p>Start with {@code PublicUrl}.
 */
@NullMarked
package dev.certpath.web.url;

import org.jspecify.annotations.NullMarked;
