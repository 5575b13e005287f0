/**
 * Pages where admins change the guide.
 *
 * <p>{@code DraftController} edits the next edition and publishes it, {@code GuideHistoryController} lists and compares the
 * editions, and brings an earlier one back. {@code ExamController} changes the facts about exams apart from editions, as
 * revisions of {@link dev.certpath.editions.ExamRevisionService}, which {@code ExamChangesController} lists and takes back.
 */
@NullMarked
package dev.certpath.web.desk.guide;

import org.jspecify.annotations.NullMarked;
