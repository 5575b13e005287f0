/**
 * Pins: recommendations that every edition must give. An edition that breaks one is not published until the pin is changed
 * or lifted, with a reason.
 */
@NullMarked
package dev.certpath.editions.pins;

import org.jspecify.annotations.NullMarked;
