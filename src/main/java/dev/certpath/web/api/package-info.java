/**
 * The JSON door: save a recommendation, look at one, try answers without saving, read the guide.
 *
 * <p>Start with {@code RecommendationApiController}. {@code RecommendationRequest} reads a request's body and finds every fault in it at
 * once; errors are problem documents (RFC 9457).
 */
@NullMarked
package dev.certpath.web.api;

import org.jspecify.annotations.NullMarked;
