package dev.certpath.desk;

import dev.certpath.cases.Review;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.recommend.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form for a review, as typed.
 *
 * @param verdict {@link #AGREE}, {@link #OTHER}, or empty where nothing is chosen
 * @param first the code of another first
 * @param second the code of another second
 * @param words the advisor's words
 * @param version the version of the case that the advisor saw
 */
record ReviewForm(String verdict, String first, String second, String words, String version) {

    static final String AGREE = "agree";
    static final String OTHER = "other";

    private static final int NEVER_SEEN = -1;

    ReviewForm(
            @Nullable String verdict,
            @Nullable String first,
            @Nullable String second,
            @Nullable String words,
            @Nullable String version) {
        this.verdict = verdict == null ? "" : verdict;
        this.first = first == null ? "" : first;
        this.second = second == null ? "" : second;
        this.words = words == null ? "" : words;
        this.version = version == null ? "" : version;
    }

    /** The form of a case, filled in with the review that there may be. */
    static ReviewForm of(SavedRecommendation saved) {
        var version = Integer.toString(saved.version());
        if (saved.review().isEmpty()) {
            return new ReviewForm("", "", "", "", version);
        }
        var review = saved.review().get();
        return saved.isOverruled()
                ? new ReviewForm(OTHER, review.first(), review.second(), review.words(), version)
                : new ReviewForm(AGREE, "", "", review.words(), version);
    }

    /** The form as it was sent, under the names of its controls. */
    static ReviewForm of(Map<String, String[]> sent) {
        return new ReviewForm(
                value(sent, "verdict"),
                value(sent, "first"),
                value(sent, "second"),
                value(sent, "words"),
                value(sent, "version"));
    }

    /** The same, to be sent again by someone who saw that version. */
    ReviewForm forVersion(int seen) {
        return new ReviewForm(verdict, first, second, words, Integer.toString(seen));
    }

    /** What is wrong with it, as a review of that recommendation. */
    List<FormProblem> problems(Recommendation recommendation) {
        var problems = new ArrayList<FormProblem>();
        if (verdict.equals(OTHER)) {
            problems.addAll(problemsOfTracks(recommendation));
        } else if (!verdict.equals(AGREE)) {
            problems.add(new FormProblem("verdict", "review.verdict.missing"));
        }
        problems.addAll(problemsOfWords());
        return problems;
    }

    /** The first that it says. */
    String firstFor(Recommendation recommendation) {
        return verdict.equals(AGREE) ? recommendation.first().track() : first;
    }

    /** The second that it says. */
    String secondFor(Recommendation recommendation) {
        return verdict.equals(AGREE) ? recommendation.second().track() : second;
    }

    /** The words as they are kept and counted: a line break, which browsers send as two characters, is one. */
    String plainWords() {
        return words.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** The version of the case that the advisor saw; one that never was, when the form does not say. */
    int seenVersion() {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException notOurs) {
            return NEVER_SEEN;
        }
    }

    /** Whether a review says just this. */
    boolean says(Review review, Recommendation recommendation) {
        return review.first().equals(firstFor(recommendation))
                && review.second().equals(secondFor(recommendation))
                && review.words().equals(plainWords());
    }

    private List<FormProblem> problemsOfTracks(Recommendation recommendation) {
        var problems = new ArrayList<FormProblem>();
        if (!isTrack(first, recommendation)) {
            problems.add(new FormProblem("first", "review.first.missing"));
        }
        if (!isTrack(second, recommendation)) {
            problems.add(new FormProblem("second", "review.second.missing"));
        } else if (second.equals(first)) {
            problems.add(new FormProblem("second", "review.second.same"));
        } else if (first.equals(recommendation.first().track())
                && second.equals(recommendation.second().track())) {
            problems.add(new FormProblem("first", "review.first.recommended"));
        }
        return problems;
    }

    private List<FormProblem> problemsOfWords() {
        String plain = plainWords();
        if (plain.isEmpty() && verdict.equals(OTHER)) {
            return List.of(new FormProblem("words", "review.words.missing"));
        }
        if (plain.length() > Review.LONGEST_WORDS) {
            return List.of(new FormProblem("words", "review.words.long", Review.LONGEST_WORDS, plain.length()));
        }
        if (plain.chars().anyMatch(ReviewForm::isUnseen)) {
            return List.of(new FormProblem("words", "review.words.unseen"));
        }
        return List.of();
    }

    private static boolean isTrack(String code, Recommendation recommendation) {
        return recommendation.tracks().stream().anyMatch(track -> track.code().equals(code));
    }

    /** Control characters, which not every database takes. */
    private static boolean isUnseen(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }

    private static @Nullable String value(Map<String, String[]> sent, String name) {
        var values = sent.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }
}
