/**
 * Properties of Unicode text that several packages check.
 *
 * <p>Start with {@link dev.certpath.text.InvisibleCharacters}. It uses no other package of the application.
 */
@NullMarked
package dev.certpath.text;

import org.jspecify.annotations.NullMarked;
