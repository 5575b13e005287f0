package dev.certpath.cases.statistics;

import java.util.List;

/**
 * The cases to whose students an exam was recommended, as the first or as the second.
 *
 * @param all their number
 * @param waiting the number of those whose student waits for an advisor
 * @param longestWaiting the first of those that wait, the longest waiting first
 */
public record ExamCaseCount(long all, long waiting, List<WaitingCase> longestWaiting) {

    /**
     * A case whose student waits.
     *
     * @param id its id in URLs
     * @param reference its name for people
     */
    public record WaitingCase(String id, String reference) {}
}
