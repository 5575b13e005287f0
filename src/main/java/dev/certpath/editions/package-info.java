/**
 * The guide in force: an edition with the facts about exams.
 *
 * <p>Both are in the database. An <em>edition</em> (questions, tracks, rules) is never changed or deleted, because saved
 * recommendations name it; a <em>publication</em> says from when an edition is in force. The <em>exams</em> have dates of
 * their own, so a revision of them comes into force without an edition. {@code guide_state} has one number that every
 * change raises; instances read it every two seconds.
 *
 * <p>{@link dev.certpath.editions.CurrentGuide} has the guide in force as an immutable {@link
 * dev.certpath.editions.GuideSnapshot}, with everything that is derived from it, and gives each request one of them. Files
 * that the settings name take the place of an edition or of the exams in the database.
 */
@NullMarked
package dev.certpath.editions;

import org.jspecify.annotations.NullMarked;
