package dev.certpath.cases.statistics;

import java.util.List;
import java.util.Map;

/**
 * The number of cases with the same answers and result.
 *
 * @param answers the codes of the answer to each question, by its name in JSON; none if "I do not know" has no code
 * @param firstTrack the code of the recommended first track
 * @param firmness the firmness of the recommendation: tie, close or clear
 * @param caseCount the number of cases
 */
public record CaseBreakdown(Map<String, List<String>> answers, String firstTrack, String firmness, long caseCount) {}
