package dev.certpath.editions.dryrun;

import dev.certpath.recommend.Recommendation.TrackName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an edition would change. The component names of this record and its nested records are the names in the stored JSON.
 *
 * @param comparedWith the number of the edition in force, which it is compared with
 * @param countedAt when the cases were counted
 * @param tracks the tracks of both editions
 * @param combinations how many combinations of answers it changes, of those that students can give
 * @param cases how many saved cases would get another result today
 * @param changes from which tracks to which, those that change the first track first, the most frequent first
 * @param furtherChanges what the changes add up to that are not in the list, because there are too many
 * @param wins how often each track comes first
 * @param answers the answers of the combinations that change
 * @param uselessRules the rules that decide nothing: without them, all students would get the same tracks
 * @param exams the exams that tracks lead to on other days than today, within two years
 */
public record DryRun(
        int comparedWith,
        Instant countedAt,
        List<TrackName> tracks,
        CombinationCounts combinations,
        CaseCounts cases,
        List<OutcomeChange> changes,
        FurtherChanges furtherChanges,
        List<TrackWins> wins,
        List<AnswerCounts> answers,
        List<UselessRule> uselessRules,
        List<ExamChange> exams) {

    /** The name of a track. */
    public String trackName(String code) {
        return tracks.stream()
                .filter(track -> track.code().equals(code))
                .map(TrackName::name)
                .findFirst()
                .orElse(code);
    }

    /** Whether every student gets the same tracks and exams as before. */
    public boolean changesNothing() {
        return combinations.changed() == 0
                && combinations.added() == 0
                && combinations.removed() == 0
                && exams.isEmpty();
    }

    /** The tracks that no student can get as the first. */
    public List<TrackWins> neverFirst() {
        return wins.stream().filter(track -> track.after() == 0).toList();
    }

    /**
     * How many combinations of answers change. Combinations with a retired option are not counted.
     *
     * @param compared the number of those that both editions have
     * @param changed the number of those with another first or second track
     * @param changedFirst the number of those with another first track
     * @param added the number of those that only the later edition has
     * @param removed the number of those that only the earlier edition has
     * @param before how firm the results of the earlier edition are
     * @param after how firm the results of the later edition are
     */
    public record CombinationCounts(
            long compared,
            long changed,
            long changedFirst,
            long added,
            long removed,
            FirmnessCounts before,
            FirmnessCounts after) {}

    /** How many combinations of answers have results of each level of firmness. */
    public record FirmnessCounts(long tie, long close, long clear) {}

    /**
     * How many saved cases would get another result today.
     *
     * @param all the number of all cases
     * @param open the number of those that are new or in review
     * @param changed the number of all cases with another first or second track
     * @param changedOpen the number of those that are new or in review
     * @param notComparable the number of those whose answers one of the editions does not have
     */
    public record CaseCounts(long all, long open, long changed, long changedOpen, long notComparable) {}

    /**
     * What becomes of some combinations and cases.
     *
     * @param number its number in this dry run, starting at 0
     * @param before what the edition in force recommends
     * @param after what the later edition recommends
     * @param combinations the number of combinations of answers
     * @param cases the number of saved cases
     * @param openCases the number of those that are new or in review
     * @param examples the answers of some combinations, as codes by parameter
     */
    public record OutcomeChange(
            int number,
            TrackSequence before,
            TrackSequence after,
            long combinations,
            long cases,
            long openCases,
            List<Map<String, List<String>>> examples) {

        /** Whether it changes the first track. */
        public boolean changesFirst() {
            return !before.first().equals(after.first());
        }
    }

    /** The sums of the changes that are not listed. */
    public record FurtherChanges(int changes, long combinations, long cases, long openCases) {}

    /** How many combinations of answers put a track first. */
    public record TrackWins(String track, long before, long after) {}

    /**
     * How many combinations have an answer.
     *
     * @param question the label of the question
     * @param answer the label of the option or of "I do not know"
     * @param compared the number of combinations that both editions have
     * @param changed the number of those with another first or second track
     */
    public record AnswerCounts(String question, String answer, long compared, long changed) {

        /** The share of its combinations that change, in percent, rounded. */
        public long percent() {
            return compared == 0 ? 0 : Math.round(100.0 * changed / compared);
        }
    }

    /**
     * A rule that decides nothing.
     *
     * @param rule the code of the rule
     * @param alsoBefore whether it decides nothing in the edition in force either
     */
    public record UselessRule(String rule, boolean alsoBefore) {}

    /**
     * That a track leads to another exam on some days.
     *
     * @param track the code of the track
     * @param from the first day
     * @param to the last day; null if it is later than two years from now
     * @param before the code of the exam before the change; null if none can be booked
     * @param after the code of the exam after the change; null if none can be booked
     */
    public record ExamChange(
            String track,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String before,
            @Nullable String after) {}
}
