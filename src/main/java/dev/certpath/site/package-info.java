/**
 * How the house is wired and guarded: beans of the pure rooms, who may go where, limits, and what people and programs
 * see when something is wrong.
 *
 * <p>Start with {@code SecurityConfiguration}: one table says which address is for whom, and everything else is
 * refused. This room may use every other; no other room uses this one.
 */
@NullMarked
package dev.certpath.site;

import org.jspecify.annotations.NullMarked;
