package dev.certpath.cases;

/**
 * The result of a request to save a recommendation.
 *
 * @param saved the saved recommendation
 * @param isNew false if an earlier request with the same idempotency key saved it
 */
public record SaveResult(SavedRecommendation saved, boolean isNew) {}
