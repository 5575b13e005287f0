package dev.certpath.web.desk.insights;

import java.util.List;

/**
 * The cases of a cohort, as a row of a table.
 *
 * @param cohort the code of the cohort
 * @param cases the number of cases
 * @param firstTracks how often each track is recommended first
 * @param decided the number of decided cases
 * @param overruled the number of cases that were decided otherwise
 */
public record CohortSummary(
        String cohort,
        CaseCountLink cases,
        List<CaseCountLink> firstTracks,
        CaseCountLink decided,
        CaseCountLink overruled) {}
