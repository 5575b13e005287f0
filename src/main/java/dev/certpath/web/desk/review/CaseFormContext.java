package dev.certpath.web.desk.review;

import dev.certpath.guide.DecisionReasons;
import dev.certpath.recommend.Recommendation;
import java.util.function.Predicate;

/**
 * What the forms of a case are validated against.
 *
 * @param recommendation the recommendation of the case
 * @param isStudentWaiting whether the student asked and waits for an answer
 * @param reasons the reasons for another first or second
 * @param isAdvisor returns whether a case can be assigned to a username
 */
public record CaseFormContext(
        Recommendation recommendation,
        boolean isStudentWaiting,
        DecisionReasons reasons,
        Predicate<String> isAdvisor) {}
