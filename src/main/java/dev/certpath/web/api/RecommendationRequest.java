package dev.certpath.web.api;

import dev.certpath.cases.Cohort;
import dev.certpath.guide.Answers;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The parsed body of a request.
 *
 * @param answers the answers
 * @param asOf the date for which exams are looked up, if given
 * @param cohort where the student came from, if given
 */
record RecommendationRequest(Answers answers, Optional<LocalDate> asOf, Optional<Cohort> cohort) {}
