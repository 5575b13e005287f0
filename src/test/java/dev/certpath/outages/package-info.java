/**
 * What is tried while something goes away: a process that is killed, a database that stops, freezes or can't be reached.
 *
 * <p>These tests wait a lot, so two of their classes run at once, but for {@link UsesErrorLog}.
 */
@NullMarked
package dev.certpath.outages;

import org.jspecify.annotations.NullMarked;
