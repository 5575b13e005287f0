/**
 * Revisions of the calendar events that are served for cases.
 *
 * <p>Start with {@link dev.certpath.cases.calendar.CalendarRevisionService}.
 */
@NullMarked
package dev.certpath.cases.calendar;

import org.jspecify.annotations.NullMarked;
