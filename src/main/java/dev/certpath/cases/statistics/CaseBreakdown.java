package dev.certpath.cases.statistics;

/**
 * The number of cases with the same answers and result.
 *
 * @param industry the code of the target industry
 * @param role the code of the role focus
 * @param firstTrack the code of the recommended first track
 * @param firmness the firmness of the recommendation: tie, close or clear
 * @param caseCount the number of cases
 */
public record CaseBreakdown(String industry, String role, String firstTrack, String firmness, long caseCount) {}
