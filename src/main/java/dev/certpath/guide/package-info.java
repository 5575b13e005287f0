/**
 * What the guide says and what can be answered to it.
 *
 * <p>Start with {@link dev.certpath.guide.Guide}, the root of a tree of immutable records that
 * {@link dev.certpath.guide.GuideReader} makes from two YAML files, whole or not at all. {@link
 * dev.certpath.guide.Answers} is what a person said to its questions, and the only place where public codes turn into
 * answers and back. {@link dev.certpath.guide.ExamCalendar} knows which exam can be booked on a day.
 *
 * <p>Plain Java: no framework, no database, no clock. A day always comes in from outside.
 */
@NullMarked
package dev.certpath.guide;

import org.jspecify.annotations.NullMarked;
