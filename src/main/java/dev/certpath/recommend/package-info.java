/**
 * What follows for given answers: a ranking, the receipt behind it, a second, how firm it all is, what would change it
 * and what is still open.
 *
 * <p>Start with {@link dev.certpath.recommend.Recommender}, made once from a guide; it gives {@link
 * dev.certpath.recommend.Recommendation}, one tree of records that pages, programs and the calendar all show. {@link
 * dev.certpath.recommend.AnswerSpace} numbers every combination of answers, so that questions about "all answers" are
 * look-ups.
 *
 * <p>Plain Java: uses the guide, and no framework, no database, no clock.
 */
@NullMarked
package dev.certpath.recommend;

import org.jspecify.annotations.NullMarked;
