/**
 * The JSON API: save and find recommendations, recommend without saving, and read the guide.
 *
 * <p>Start with {@code RecommendationApiController}. {@code RecommendationRequestReader} parses the body of a request and
 * reports all violations at once. Errors are problem details (RFC 9457).
 */
@NullMarked
package dev.certpath.web.api;

import org.jspecify.annotations.NullMarked;
