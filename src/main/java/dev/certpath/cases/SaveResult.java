package dev.certpath.cases;

/**
 * What came of a request to save.
 *
 * @param saved what is kept
 * @param isNew false when the same request had saved it before
 */
public record SaveResult(SavedRecommendation saved, boolean isNew) {}
