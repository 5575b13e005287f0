/**
 * Saved recommendations and their review by advisors.
 *
 * <p>Start with {@link dev.certpath.cases.CaseService}, the use cases of students, and
 * {@link dev.certpath.cases.CaseReviewService}, the use cases of advisors. {@link dev.certpath.cases.Case} is one saved
 * recommendation: it checks the actions on it and creates the entries of its timeline. A recommendation is stored as it
 * was given: {@link dev.certpath.cases.RecommendationJsonMapper} creates the document that is stored, shown on pages and
 * sent to API clients. The package {@code search} has the queries of the queue, {@code statistics} those of the insights.
 *
 * <p>Uses {@code recommend} and {@code guide}, JPA, and Flyway migrations that run on H2 and PostgreSQL.
 */
@NullMarked
package dev.certpath.cases;

import org.jspecify.annotations.NullMarked;
