/**
 * What is kept: saved recommendations and what advisors say of them.
 *
 * <p>Start with {@link dev.certpath.cases.CaseService}, what students do, and {@link dev.certpath.cases.CaseReviewService}, what
 * advisors do; every door goes through them. {@link dev.certpath.cases.Case} is one saved recommendation: it guards its
 * own moves and writes its own timeline. {@link dev.certpath.cases.search.CaseSearch} answers a
 * {@link dev.certpath.cases.search.CaseQuery}: the pages of the queue, its export and its counts. What a student was told is kept as
 * told: {@link dev.certpath.cases.RecommendationJsonMapper} makes the document that is stored, shown on pages and sent to
 * programs.
 *
 * <p>Uses {@code recommend} and {@code guide}, JPA, and Flyway migrations that run on H2 and PostgreSQL alike.
 */
@NullMarked
package dev.certpath.cases;

import org.jspecify.annotations.NullMarked;
