package dev.certpath.recommend;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recommendation for a student, including all texts, so that it can be stored and shown later without the guide
 * that it was made from. The component names of this record and its nested records are the names in JSON.
 *
 * @param asOf the day for which exams were looked up
 * @param guideEdition the edition of the guide that was used
 * @param tracks all tracks, in the order of the guide
 * @param answered the answers, in the order of the questions
 * @param first the track to start with
 * @param second the track to continue with
 * @param firmness how firmly the first track is recommended
 * @param ranking all tracks, best first
 * @param whatIf the smallest change that puts each other track first, in ranking order; tracks that no change puts
 *     first are omitted
 * @param unknown the outcomes that are still possible; null if all answers are known
 * @param alongside additional exams for the first track; may be empty
 */
public record Recommendation(
        LocalDate asOf,
        int guideEdition,
        List<TrackName> tracks,
        List<Answered> answered,
        First first,
        Second second,
        Firmness firmness,
        List<Ranked> ranking,
        List<WhatIf> whatIf,
        @Nullable Unknown unknown,
        List<Alongside> alongside) {

    /** Returns the track with this code. */
    public TrackName track(String code) {
        return find(tracks.stream().filter(track -> track.code().equals(code)).findFirst(), code);
    }

    /** Returns the answer to the question with this name in JSON. */
    public Answered answer(String question) {
        return find(
                answered.stream()
                        .filter(answer -> answer.question().equals(question))
                        .findFirst(),
                question);
    }

    /** Returns the points and reasons of the track with this code. */
    public Ranked ranked(String track) {
        return find(
                ranking.stream().filter(ranked -> ranked.track().equals(track)).findFirst(), track);
    }

    /** The tracks with the most points, in ranking order; more than one if they tie. */
    public List<TrackName> leaders() {
        int most = ranking.get(0).points();
        return ranking.stream()
                .filter(ranked -> ranked.points() == most)
                .map(ranked -> track(ranked.track()))
                .toList();
    }

    private static <T> T find(java.util.Optional<T> result, String code) {
        return result.orElseThrow(() -> new IllegalArgumentException("Unknown code: " + code));
    }

    /**
     * The names of a track.
     *
     * @param code the track code
     * @param name the short name of the provider
     * @param mark a letter shown in addition to the colour of the track
     */
    public record TrackName(String code, String name, String mark) {}

    /**
     * An answer with its texts.
     *
     * @param question the name of the question in JSON
     * @param code the name of the question in page URLs
     * @param label the short name of the question
     * @param subject the name of the question inside a sentence
     * @param wish whether the answer is a preference rather than a fact
     * @param several whether several options could be chosen
     * @param known false for "I do not know"
     * @param codes the codes of the answer as in URLs
     * @param labels the labels of the chosen options, or the label of "I do not know"
     * @param statement the answer as a statement; empty if it is not known
     */
    public record Answered(
            String question,
            String code,
            String label,
            String subject,
            boolean wish,
            boolean several,
            boolean known,
            List<String> codes,
            List<String> labels,
            String statement) {}

    /**
     * The track to start with.
     *
     * @param track the track code
     * @param exam the exam of the track that is available
     */
    public record First(String track, BookableExam exam) {}

    /**
     * The track to continue with.
     *
     * @param track the track code
     * @param exam the exam of the track that is available
     * @param why how it was chosen
     * @param usual the code of the track that usually follows the first; null if the guide names none
     * @param withinMonths the number of months within which it follows the first
     */
    public record Second(
            String track,
            BookableExam exam,
            Why why,
            @Nullable String usual,
            int withinMonths) {

        /** How the second track was chosen. */
        public enum Why {
            /** It usually follows the first track according to the guide. */
            SEQUENCE,
            /** The answers override the usual order, or the guide names none. */
            ANSWERS;

            @Override
            public String toString() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    /**
     * How firmly the first track is recommended.
     *
     * @param level the level
     * @param lead the points by which the first track leads the next one
     * @param brokenBy on a tie, the name in JSON of the deciding question, or {@link #ORDER}; otherwise null
     * @param holds the number of single-answer changes that keep the first track
     * @param of the number of all single-answer changes
     * @param hangsOn the names in JSON of the questions for which a different answer can change the first track
     */
    public record Firmness(Level level, int lead, @Nullable String brokenBy, int holds, int of, List<String> hangsOn) {

        /** The value of {@link #brokenBy} if the order of the tracks in the guide decided. */
        public static final String ORDER = "order";

        /** The level of firmness. */
        public enum Level {
            /** No lead. */
            TIE,
            /** A lead within the close-call limit of the guide. */
            CLOSE,
            /** A larger lead. */
            CLEAR;

            /** The level of a lead, of which the largest close call is a parameter of the guide. */
            static Level of(int lead, int closeCall) {
                if (lead == 0) {
                    return TIE;
                }
                return lead <= closeCall ? CLOSE : CLEAR;
            }

            /** Whether the first track has no lead. */
            public boolean isTie() {
                return this == TIE;
            }

            /** Whether the lead is larger than a close call. */
            public boolean isClear() {
                return this == CLEAR;
            }

            @Override
            public String toString() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    /**
     * A track with its points.
     *
     * @param track the track code
     * @param points the sum of the points of the reasons
     * @param reasons the rules that applied
     */
    public record Ranked(String track, int points, List<Reason> reasons) {}

    /**
     * A rule that applied.
     *
     * @param rule the rule code
     * @param question the name in JSON of the question it depends on; null if the rule is unconditional
     * @param points the points
     * @param text the reason as a sentence
     * @param receipt the reason in a few words; empty if the statement of the answer is used instead
     * @param basis the part of the published guide that it is based on
     */
    public record Reason(
            String rule, @Nullable String question, int points, String text, String receipt, String basis) {}

    /**
     * The smallest change of answers that puts another track first.
     *
     * @param track the track code
     * @param changes the changed answers, in the order of the questions
     * @param levelWith the codes of the tracks that would have equal points but rank lower; empty if there are none
     */
    public record WhatIf(String track, List<Change> changes, List<String> levelWith) {}

    /**
     * A changed answer.
     *
     * @param question the name of the question in JSON
     * @param to the codes of the new answer, complete
     * @param text the change as text that follows "if"
     */
    public record Change(String question, List<String> to, String text) {}

    /**
     * The outcomes that are still possible while some answers are not known.
     *
     * @param possibleFirsts the codes of the tracks that can come first, in the order of the guide
     * @param findOut the name in JSON of the question whose answer narrows the outcomes most; null if there is only one
     */
    public record Unknown(
            List<String> possibleFirsts, @Nullable String findOut) {}

    /**
     * An additional exam for the first track.
     *
     * @param code the exam code
     * @param name the official name of the certification
     * @param priceUsd the price in US dollars
     * @param priceRegion the only region for which the price holds; empty if it holds everywhere
     * @param minutes the duration in minutes; null if not known
     * @param validMonths the validity of the certification in months; null if it does not expire or is not known
     * @param url the URL of the official page
     * @param checked the day on which these facts were last checked
     * @param text the reason to consider it
     */
    public record Alongside(
            String code,
            String name,
            int priceUsd,
            String priceRegion,
            @Nullable Integer minutes,
            @Nullable Integer validMonths,
            String url,
            LocalDate checked,
            String text) {}
}
