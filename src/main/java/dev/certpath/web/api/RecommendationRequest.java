package dev.certpath.web.api;

import dev.certpath.guide.Answers;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a program asks for.
 *
 * @param answers the answers
 * @param asOf the day for which exams are to be looked up, where it says one
 */
record RecommendationRequest(Answers answers, Optional<LocalDate> asOf) {}
