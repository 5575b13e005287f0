package dev.certpath.web.desk.insights;

import dev.certpath.web.desk.queue.TrackLabel;
import java.util.List;

/**
 * How long students wait, who has how many cases, and where students came from.
 *
 * @param waits the waiting times of those who wait now, and of those who were answered in the period
 * @param loads the cases of each advisor; of nobody first, if there are some
 * @param tracks the tracks of the columns of {@code cohorts}
 * @param cohorts the cohorts with most cases, the largest first
 * @param hasMoreCohorts whether there are further ones
 */
public record AdvisorSummary(
        List<WaitSummary> waits,
        List<AdvisorLoad> loads,
        List<TrackLabel> tracks,
        List<CohortSummary> cohorts,
        boolean hasMoreCohorts) {}
