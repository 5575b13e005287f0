/**
 * The guide: questions, rules, tracks and exams, and the answers to the questions.
 *
 * <p>{@link dev.certpath.guide.Guide} is the root of a tree of immutable records, which {@link
 * dev.certpath.guide.GuideReader} reads from two YAML files. {@link dev.certpath.guide.Answers} holds the answers of a
 * student and converts them from and to their codes. {@link dev.certpath.guide.ExamCalendar} finds the exam that is
 * available on a day.
 *
 * <p>Plain Java without framework, database or clock; callers pass the current day.
 */
@NullMarked
package dev.certpath.guide;

import org.jspecify.annotations.NullMarked;
