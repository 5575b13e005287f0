package dev.certpath.recommend;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told, complete and in words: it can be kept, and shown years later without the guide it came from.
 * Its component names are public: they are the names in JSON.
 *
 * @param asOf the day for which exams were looked up
 * @param guideEdition the edition of the guide that it follows
 * @param tracks every track, in the guide's order
 * @param answered what was said to each question, in their order
 * @param first where to start
 * @param second where to go on
 * @param firmness how firm the first is
 * @param ranking all tracks, best first
 * @param whatIf for each other track that can be put first, a smallest change that does; in ranking order
 * @param unknown what is still possible; null when everything that can be unknown is known
 * @param alongside exams worth knowing beside the first; often empty
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

    /** The track of that code. */
    public TrackName track(String code) {
        return find(tracks.stream().filter(track -> track.code().equals(code)).findFirst(), code);
    }

    /** What was said to the question of that JSON name. */
    public Answered answer(String question) {
        return find(
                answered.stream()
                        .filter(answer -> answer.question().equals(question))
                        .findFirst(),
                question);
    }

    /** The place of a track in the ranking, with its points and reasons. */
    public Ranked ranked(String track) {
        return find(
                ranking.stream().filter(ranked -> ranked.track().equals(track)).findFirst(), track);
    }

    /** The tracks that share the most points, in ranking order; one, unless they tie. */
    public List<TrackName> leaders() {
        int most = ranking.get(0).points();
        return ranking.stream()
                .filter(ranked -> ranked.points() == most)
                .map(ranked -> track(ranked.track()))
                .toList();
    }

    private static <T> T find(java.util.Optional<T> found, String code) {
        return found.orElseThrow(() -> new IllegalArgumentException("Nothing here is called " + code));
    }

    /**
     * A track's names.
     *
     * @param code its public name
     * @param name what people call it
     * @param mark a letter that stands for it
     */
    public record TrackName(String code, String name, String mark) {}

    /**
     * An answer, with the words it was given in.
     *
     * @param question the question's JSON name
     * @param code the question's name in page addresses
     * @param label the question's short name
     * @param subject the question's name in the middle of a sentence
     * @param wish whether the answer is wanted, rather than a fact
     * @param several whether several options could be chosen
     * @param known false for "I do not know"
     * @param codes the options' codes, as the answer is given in addresses
     * @param labels the options' labels, or that of "I do not know"
     * @param statement the answer as a statement; empty when it is not known
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
     * Where to start.
     *
     * @param track the track's code
     * @param exam its exam that can be booked
     */
    public record First(String track, BookableExam exam) {}

    /**
     * Where to go on.
     *
     * @param track the track's code
     * @param exam its exam that can be booked
     * @param why what decided
     * @param usual the code of the track that people usually go on to after the first, or null where the guide names
     *     none
     * @param withinMonths how soon after the first
     */
    public record Second(
            String track,
            BookableExam exam,
            Why why,
            @Nullable String usual,
            int withinMonths) {

        /** What decided on the second. */
        public enum Why {
            /** The guide's usual order. */
            SEQUENCE,
            /** The person's own answers outweigh it, or the guide has no usual order. */
            ANSWERS;

            @Override
            public String toString() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    /**
     * How firm the first is.
     *
     * @param level in one word
     * @param lead how many points the first is ahead of the next
     * @param brokenBy on a tie, the JSON name of the question whose points decided, or {@code order}; else null
     * @param holds how many changes of one answer leave the first as it is
     * @param of how many such changes there are
     * @param hangsOn the JSON names of the questions of which another answer can change the first, in their order
     */
    public record Firmness(Level level, int lead, @Nullable String brokenBy, int holds, int of, List<String> hangsOn) {

        /** {@link #brokenBy} where no answer told the tracks apart, but their order in the guide. */
        public static final String ORDER = "order";

        /** Firmness in one word. */
        public enum Level {
            /** No lead. */
            TIE,
            /** A lead that is a close call by the guide. */
            CLOSE,
            /** A larger lead. */
            CLEAR;

            @Override
            public String toString() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    /**
     * A track and what speaks for it.
     *
     * @param track its code
     * @param points the sum of its reasons' points
     * @param reasons only rules that fired
     */
    public record Ranked(String track, int points, List<Reason> reasons) {}

    /**
     * A rule that fired.
     *
     * @param rule its code
     * @param question the JSON name of the question it looks at; null when it holds for everyone
     * @param points what it weighs
     * @param text the reason
     * @param receipt the reason in a few words; empty where the words of the answer do
     * @param basis the part of the guide it rests on
     */
    public record Reason(
            String rule, @Nullable String question, int points, String text, String receipt, String basis) {}

    /**
     * A smallest change of answers that puts another track first.
     *
     * @param track the track
     * @param changes the questions to answer otherwise, in their order
     * @param levelWith the codes of the tracks that would have as many points and be put after it; empty where it leads
     */
    public record WhatIf(String track, List<Change> changes, List<String> levelWith) {}

    /**
     * A question answered otherwise.
     *
     * @param question its JSON name
     * @param to the codes of the whole new answer
     * @param text how it reads after an "if"
     */
    public record Change(String question, List<String> to, String text) {}

    /**
     * What is still possible.
     *
     * @param possibleFirsts the codes of every track that can come first, in track order
     * @param findOut the JSON name of the question most worth finding out; null when only one first is possible
     */
    public record Unknown(
            List<String> possibleFirsts, @Nullable String findOut) {}

    /**
     * An exam worth knowing beside the first.
     *
     * @param code its code
     * @param name the certification's name
     * @param priceUsd its price in US dollars
     * @param minutes its length; null: not known
     * @param validMonths for how long it holds; null: it does not run out
     * @param url its official page
     * @param checked the day these facts were last checked
     * @param text why it is worth knowing
     */
    public record Alongside(
            String code,
            String name,
            int priceUsd,
            @Nullable Integer minutes,
            @Nullable Integer validMonths,
            String url,
            LocalDate checked,
            String text) {}
}
