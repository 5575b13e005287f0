/**
 * Pages where admins change the facts about exams.
 *
 * <p>Start with {@code ExamController}. A change is confirmed, saved as a revision by {@link
 * dev.certpath.editions.ExamRevisionService} and listed by {@code ExamChangesController}, which brings earlier facts back.
 */
@NullMarked
package dev.certpath.web.desk.guide;

import org.jspecify.annotations.NullMarked;
