package dev.certpath.recommend;

import dev.certpath.guide.AdditionalExam;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Recommendation.Answered;
import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.recommend.Recommendation.Ranked;
import dev.certpath.recommend.Recommendation.Second;
import dev.certpath.recommend.Recommendation.Unknown;
import dev.certpath.recommend.Recommendation.WhatIf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a recommendation that depends only on the answers, and not on the day.
 *
 * @param combination the number of the combination of answers
 * @param answered the answers with their texts
 * @param first the track to start with
 * @param second the track to continue with
 * @param why how the second track was chosen
 * @param firmness how firmly the first track is recommended
 * @param ranking all tracks, best first
 * @param whatIf the smallest change that puts each other track first
 * @param unknown the outcomes that are still possible; null if all answers are known
 * @param additionalExams additional exams for the first track, available or not
 */
record AnswerEvaluation(
        int combination,
        List<Answered> answered,
        Track first,
        Track second,
        Second.Why why,
        Firmness firmness,
        List<Ranked> ranking,
        List<WhatIf> whatIf,
        @Nullable Unknown unknown,
        List<AdditionalExam> additionalExams) {}
