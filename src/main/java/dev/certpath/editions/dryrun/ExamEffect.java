package dev.certpath.editions.dryrun;

import dev.certpath.editions.dryrun.DryRun.ExamChange;

/**
 * Whom another exam of a track concerns.
 *
 * @param change on which days the track leads to which exam
 * @param trackName the name of the track
 * @param firsts the number of combinations of answers that put the track first
 * @param seconds the number of combinations of answers that put the track second
 * @param cases the number of saved cases to which the track was recommended as the first
 * @param openCases the number of those that are new or in review
 */
public record ExamEffect(ExamChange change, String trackName, long firsts, long seconds, long cases, long openCases) {}
