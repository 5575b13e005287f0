package dev.certpath.editions.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.editions.dryrun.DryRun.AnswerCounts;
import dev.certpath.editions.dryrun.DryRun.ExamChange;
import dev.certpath.editions.dryrun.DryRun.TrackWins;
import dev.certpath.editions.dryrun.DryRun.UselessRule;
import dev.certpath.guide.GuideYaml;
import dev.certpath.recommend.OutcomeTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What a dry run tells of guides with other questions, tracks, rules and exams than the one in force. */
class DryRunCalculationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int COMBINATIONS = 12_936;

    private final GuideYaml published = GuideYaml.published();

    @Test
    void countsTheCombinationsOfANewQuestionAsNew() {
        var five = GuideYaml.withFiveQuestions();
        int size = new OutcomeTable(five.read()).size();
        var added = compare(published, five);
        assertThat(added.combinations().compared()).isEqualTo(COMBINATIONS);
        assertThat(added.combinations().added()).isEqualTo(size - COMBINATIONS);
        assertThat(added.combinations().removed()).isZero();

        var removed = compare(five, published);
        assertThat(removed.combinations().compared()).isEqualTo(size);
        assertThat(removed.combinations().added()).isZero();
        assertThat(removed.combinations().removed()).isZero();
    }

    @Test
    void namesTracksThatCanNoLongerComeFirst() {
        var dryRun = compare(published, withDemand(900));
        assertThat(dryRun.wins())
                .filteredOn(track -> track.after() > 0)
                .singleElement()
                .extracting(TrackWins::track, TrackWins::after)
                .containsExactly("aws", (long) COMBINATIONS);
        assertThat(dryRun.neverFirst()).extracting(TrackWins::track).containsExactly("google", "azure");
        assertThat(dryRun.wins().stream().mapToLong(TrackWins::before).sum()).isEqualTo(COMBINATIONS);
        assertThat(dryRun.combinations().after().clear()).isEqualTo(COMBINATIONS);
    }

    @Test
    void namesRulesThatDecideNothing() {
        var withUseless = published.inEdition(
                "  - rule: aws-role\n",
                "  - rule: useless\n    track: azure\n    points: 1\n    when: { employer-cloud: [aws] }\n"
                        + "    says: x\n    basis: Our decision\n    note: x\n  - rule: aws-role\n");
        var before = withDemand(900);
        var after = new GuideYaml(
                withUseless
                        .edition()
                        .replace("    points: 1\n    says: Among", "    points: 900\n    says: Among")
                        .replaceFirst("outweighs: \\d+", "outweighs: 1000"),
                published.exams());
        assertThat(compare(before, after).uselessRules()).contains(new UselessRule("useless", false));
        assertThat(compare(after, after).uselessRules()).contains(new UselessRule("useless", true));
        assertThat(compare(published, published).uselessRules()).isEmpty();
    }

    @Test
    void namesTheAnswersOfTheStudentsThatChange() {
        var dryRun = compare(
                published,
                new GuideYaml(
                        published.edition().replaceFirst("(rule: azure-role\n.*\n +points: )\\d+", "$19"),
                        published.exams()));
        var role = dryRun.answers().stream()
                .filter(answer -> answer.question().equals("Role"))
                .toList();
        assertThat(role)
                .filteredOn(answer -> answer.changed() > 0)
                .extracting(AnswerCounts::answer)
                .containsExactly("Applied AI");
        assertThat(role.stream().mapToLong(AnswerCounts::compared).sum()).isEqualTo(COMBINATIONS);
        assertThat(role.stream().mapToLong(AnswerCounts::changed).sum())
                .isEqualTo(dryRun.combinations().changed());
    }

    @Test
    void tellsOnWhichDaysTracksLeadToOtherExams() {
        var later = published.inExams("closes: 2027-01-13", "closes: 2027-02-10");
        assertThat(compare(published, later).exams())
                .containsExactly(new ExamChange(
                        "aws", LocalDate.parse("2027-01-14"), LocalDate.parse("2027-02-10"), "MLA-C02", "ME1-C02"));
        assertThat(compare(later, published).exams())
                .containsExactly(new ExamChange(
                        "aws", LocalDate.parse("2027-01-14"), LocalDate.parse("2027-02-10"), "ME1-C02", "MLA-C02"));
        assertThat(compare(published, published).exams()).isEmpty();
    }

    @Test
    void tellsHowFarItIs() {
        var progress = new ArrayList<DryRunProgress.Step>();
        new DryRunCalculation(published.read(), published.read(), NOW, step -> progress.add(step.step()))
                .run(consumer -> {});
        assertThat(progress.stream().distinct())
                .containsExactly(
                        DryRunProgress.Step.COMBINATIONS, DryRunProgress.Step.RULES, DryRunProgress.Step.CASES);
    }

    private GuideYaml withDemand(int points) {
        return published.inEdition("    points: 1\n    says: Among", "    points: " + points + "\n    says: Among");
    }

    private static DryRun compare(GuideYaml before, GuideYaml after) {
        return new DryRunCalculation(before.read(), after.read(), NOW, progress -> {})
                .run(consumer -> {})
                .dryRun();
    }
}
