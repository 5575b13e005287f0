/**
 * Recommendations for given answers: ranking, points, second track, firmness, what-if changes and possible outcomes.
 *
 * <p>{@link dev.certpath.recommend.Recommender} is created once per guide and returns a {@link
 * dev.certpath.recommend.Recommendation}, a tree of records that the pages, the API and the calendar show. {@link
 * dev.certpath.recommend.AnswerSpace} numbers all combinations of answers, so that statements about all of them are
 * look-ups.
 *
 * <p>Plain Java without framework, database or clock; it uses only the guide.
 */
@NullMarked
package dev.certpath.recommend;

import org.jspecify.annotations.NullMarked;
