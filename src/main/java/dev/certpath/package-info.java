/**
 * Certpath: which cloud AI certification to take first, and which second.
 *
 * <p>The rooms, from the ground up: {@code guide} (what is asked and what counts), {@code recommend} (what follows from
 * answers), {@code cases} (what is kept), the three doors {@code questionnaire} (students), {@code desk} (advisors) and
 * {@code api} (programs), and {@code site}, which wires and guards them all. Imports run down only.
 */
@NullMarked
package dev.certpath;

import org.jspecify.annotations.NullMarked;
