/**
 * What is tried while something goes away: a process that is killed, a database that stops, freezes or can't be reached.
 *
 * <p>These tests wait a lot. In a package of their own, which comes before others by its name, they do so while there is
 * still work for the rest of the machine.
 */
@NullMarked
package dev.certpath.outages;

import org.jspecify.annotations.NullMarked;
