package dev.certpath.recommend;

import static dev.certpath.recommend.RecommendationScenario.alongside;
import static dev.certpath.recommend.RecommendationScenario.answering;
import static dev.certpath.recommend.RecommendationScenario.background;
import static dev.certpath.recommend.RecommendationScenario.brokenBy;
import static dev.certpath.recommend.RecommendationScenario.employer;
import static dev.certpath.recommend.RecommendationScenario.findOut;
import static dev.certpath.recommend.RecommendationScenario.first;
import static dev.certpath.recommend.RecommendationScenario.hangsOn;
import static dev.certpath.recommend.RecommendationScenario.holds;
import static dev.certpath.recommend.RecommendationScenario.industry;
import static dev.certpath.recommend.RecommendationScenario.lead;
import static dev.certpath.recommend.RecommendationScenario.nothingUnknown;
import static dev.certpath.recommend.RecommendationScenario.points;
import static dev.certpath.recommend.RecommendationScenario.possibleFirsts;
import static dev.certpath.recommend.RecommendationScenario.role;
import static dev.certpath.recommend.RecommendationScenario.second;
import static dev.certpath.recommend.RecommendationScenario.whatIf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.recommend.Recommendation.Alongside;
import dev.certpath.recommend.Recommendation.Firmness.Level;
import dev.certpath.recommend.Recommendation.Second.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests recommendations for individual answers. */
class RecommenderTest {

    @Test
    void awsEmployerRetailAndMlopsRankAwsFirst() {
        answering(employer("aws"), industry("retail"), role("mlops"), background("practitioner"))
                .expects(first("aws"), points("aws", 6 + 4 + 3 + 1), points("google", 0), points("azure", 0))
                .because("aws-employer", "aws-role", "aws-industry", "aws-demand")
                .expects(second("google", Why.SEQUENCE), lead(6 + 4 + 3 + 1, Level.CLEAR), nothingUnknown())
                // Lost with Google Cloud and Kubernetes but without AWS, each with or without Azure and Microsoft 365.
                .expects(holds(31 + 12 + 5 + 1 - 2 * 2, 31 + 12 + 5 + 1), hangsOn("employerCloud"))
                .expects(whatIf("google", "your employer ran on Google Cloud and Kubernetes instead of AWS"))
                .expects(whatIf("azure", "your employer also ran on Azure", "you preferred applied AI to MLOps"));
    }

    @Test
    void unknownEmployerKeepsGooglePossible() {
        answering(industry("retail"), role("mlops"))
                .expects(first("aws"), lead(4 + 3 + 1, Level.CLEAR))
                .because("aws-role", "aws-industry", "aws-demand")
                .expects(possibleFirsts("aws", "google"), findOut("employerCloud"))
                // Lost with Google Cloud and Kubernetes but without AWS, and with applied AI or ML research.
                .expects(holds(32 + 12 + 5 + 1 - 2 * 2 - 2, 32 + 12 + 5 + 1), hangsOn("employerCloud", "roleFocus"))
                .expects(whatIf("google", "you preferred ML research to MLOps"));
    }

    @Test
    void unknownAnswersRankAwsFirstByOnePoint() {
        answering()
                .expects(first("aws"), second("google", Why.SEQUENCE), lead(1, Level.CLOSE))
                .because("aws-demand")
                .expects(possibleFirsts("aws", "google", "azure"), findOut("employerCloud"));
    }

    @Test
    void unknownAnswersMayNotAffectTheFirstTrack() {
        answering(employer("google-cloud", "kubernetes"), industry("ai-first"))
                .expects(first("google"), lead(6 + 4 + 3 - 1, Level.CLEAR))
                .expects(possibleFirsts("google"), findOut(null));
    }

    @Test
    void microsoft365AndAzureTogetherCountOnce() {
        answering(employer("azure", "microsoft-365"))
                .expects(first("azure"), points("azure", 6))
                .because("azure-employer");
    }

    @Test
    void answersDecideTheSecondAfterGoogle() {
        answering(employer("google-cloud"), industry("healthcare"))
                .expects(first("google"), second("azure", Why.ANSWERS), points("azure", 3), points("aws", 1));
    }

    @Test
    void trackLeadingTheUsualSecondByFourReplacesIt() {
        answering(employer("aws"), role("applied-ai"))
                .expects(first("aws"), points("azure", 4), points("google", 0))
                .expects(second("azure", Why.ANSWERS));
    }

    @Test
    void trackLeadingTheUsualSecondByThreeDoesNotReplaceIt() {
        answering(employer("aws"), industry("healthcare"))
                .expects(first("aws"), points("azure", 3), points("google", 0))
                .expects(second("google", Why.SEQUENCE));
    }

    @Test
    void demandDecidesBetweenTheTracksOfFinancialServices() {
        answering(industry("financial-services"))
                .expects(first("aws"), points("aws", 3 + 1), points("azure", 3), lead(1, Level.CLOSE))
                .because("aws-industry", "aws-demand");
    }

    @Test
    void employerBreaksATieFirst() {
        answering(employer("google-cloud"), industry("healthcare"), background("none"))
                .expects(points("google", 6), points("azure", 3 + 3), lead(0, Level.TIE))
                .expects(first("google"), brokenBy("employerCloud"));
    }

    @Test
    void roleBreaksATieBeforeIndustryAndBackground() {
        answering(employer("none"), industry("retail"), role("ml-research"))
                .expects(points("google", 4), points("aws", 3 + 1), lead(0, Level.TIE))
                .expects(first("google"), brokenBy("roleFocus"));
    }

    @Test
    void industryBreaksATieBeforeBackground() {
        answering(employer("none"), industry("ai-first"), role("other"), background("none"))
                .expects(points("google", 3), points("azure", 3), lead(0, Level.TIE))
                .expects(first("google"), brokenBy("targetIndustry"));
    }

    @Test
    void studentWithoutMlBackgroundGetsAnIntroductoryExam() {
        answering(employer("aws"), background("none")).expects(first("aws"), alongside("AIF-C01"));
        answering(employer("google-cloud"), background("none"))
                .expects(first("google"), alongside("Generative AI Leader"));
        answering(employer("azure"), background("none")).expects(first("azure"), alongside("AI-901"));
        answering(employer("azure"), background("expert")).expects(alongside());
    }

    @Test
    void additionalExamAppearsOnceItIsBookable() {
        var student = new AnswerSet(Set.of("aws"), "retail", "applied-ai", "expert");
        assertThat(AllRecommendations.recommendationFor(student, LocalDate.parse("2026-04-13"))
                        .alongside())
                .isEmpty();
        assertThat(AllRecommendations.recommendationFor(student, LocalDate.parse("2026-04-14"))
                        .alongside())
                .extracting(Alongside::code)
                .containsExactly("AIP-C01");
    }

    @Test
    void whatIfNamesTracksWithEqualPoints() {
        var retail =
                AllRecommendations.recommendationFor(new AnswerSet(Set.of("aws"), "retail", "mlops", "practitioner"));
        assertThat(retail.whatIf())
                .extracting(Recommendation.WhatIf::levelWith)
                .containsExactly(List.of(), List.of("aws"));
    }

    @Test
    void firstTrackMayDependOnSeveralAnswers() {
        answering(employer("aws", "azure"), industry("financial-services"), role("mlops"), background("expert"))
                .expects(first("aws"), lead((6 + 4 + 3 + 1) - (6 + 3), Level.CLEAR))
                .expects(hangsOn("employerCloud", "roleFocus"));
    }

    @Test
    void amongEqualChangesQuestionOrderPrecedesPlatformOrder() {
        answering(
                        employer("google-cloud", "kubernetes"),
                        industry("ai-first"),
                        role("ml-research"),
                        background("foundations"))
                .expects(whatIf(
                        "azure",
                        "your employer ran on Azure and Kubernetes instead of Google Cloud and Kubernetes",
                        "you preferred financial services to AI-first companies"));
    }

    @Test
    void everyOtherTrackHasAWhatIf() {
        AllRecommendations.forEach((student, recommendation) -> assertThat(recommendation.whatIf())
                .as("what if, of %s", student)
                .hasSize(2));
    }
}
