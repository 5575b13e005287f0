package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.recommend.Recommendation.Change;
import dev.certpath.recommend.Recommendation.Firmness.Level;
import dev.certpath.recommend.Recommendation.Reason;
import dev.certpath.recommend.Recommendation.Second.Why;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with given answers and assertions on the recommendation. Answers that are not given are unknown, except
 * for the ML background, which defaults to one that scores no points.
 */
final class RecommendationScenario {

    private static final AnswerSet UNKNOWN_ANSWERS = new AnswerSet(Set.of(), "undecided", "undecided", "practitioner");

    private final Recommendation recommendation;

    private RecommendationScenario(Recommendation recommendation) {
        this.recommendation = recommendation;
    }

    @SafeVarargs
    static RecommendationScenario answering(UnaryOperator<AnswerSet>... answers) {
        var student = UNKNOWN_ANSWERS;
        for (UnaryOperator<AnswerSet> answer : answers) {
            student = answer.apply(student);
        }
        return new RecommendationScenario(AllRecommendations.recommendationFor(student));
    }

    static UnaryOperator<AnswerSet> employer(String... platforms) {
        return student -> student.with(AnswerSet.EMPLOYER, Set.of(platforms));
    }

    static UnaryOperator<AnswerSet> industry(String industry) {
        return student -> student.with(AnswerSet.INDUSTRY, Set.of(industry));
    }

    static UnaryOperator<AnswerSet> role(String role) {
        return student -> student.with(AnswerSet.ROLE, Set.of(role));
    }

    static UnaryOperator<AnswerSet> background(String background) {
        return student -> student.with(AnswerSet.BACKGROUND, Set.of(background));
    }

    @SafeVarargs
    final RecommendationScenario expects(Consumer<Recommendation>... expectations) {
        for (Consumer<Recommendation> expectation : expectations) {
            expectation.accept(recommendation);
        }
        return this;
    }

    /** Asserts that exactly these rules apply for the first track. */
    RecommendationScenario because(String... rules) {
        assertThat(recommendation.ranked(recommendation.first().track()).reasons())
                .extracting(Reason::rule)
                .containsExactly(rules);
        return this;
    }

    static Consumer<Recommendation> first(String track) {
        return recommendation ->
                assertThat(recommendation.first().track()).as("first").isEqualTo(track);
    }

    static Consumer<Recommendation> second(String track, Why why) {
        return recommendation -> {
            assertThat(recommendation.second().track()).as("second").isEqualTo(track);
            assertThat(recommendation.second().why()).as("why second").isEqualTo(why);
        };
    }

    static Consumer<Recommendation> points(String track, int points) {
        return recommendation ->
                assertThat(recommendation.ranked(track).points()).as(track).isEqualTo(points);
    }

    static Consumer<Recommendation> lead(int lead, Level level) {
        return recommendation -> {
            assertThat(recommendation.firmness().lead()).as("lead").isEqualTo(lead);
            assertThat(recommendation.firmness().level()).as("level").isEqualTo(level);
        };
    }

    static Consumer<Recommendation> brokenBy(String question) {
        return recommendation ->
                assertThat(recommendation.firmness().brokenBy()).as("broken by").isEqualTo(question);
    }

    static Consumer<Recommendation> holds(int holds, int of) {
        return recommendation -> {
            assertThat(recommendation.firmness().holds()).as("holds").isEqualTo(holds);
            assertThat(recommendation.firmness().of()).as("of").isEqualTo(of);
        };
    }

    static Consumer<Recommendation> hangsOn(String... questions) {
        return recommendation ->
                assertThat(recommendation.firmness().hangsOn()).as("hangs on").containsExactly(questions);
    }

    /** Asserts the texts of the changes that put a track first. */
    static Consumer<Recommendation> whatIf(String track, String... texts) {
        return recommendation -> assertThat(changes(recommendation, track))
                .extracting(Change::text)
                .containsExactly(texts);
    }

    static Consumer<Recommendation> possibleFirsts(String... tracks) {
        return recommendation -> {
            assertThat(recommendation.unknown()).as("unknown").isNotNull();
            assertThat(recommendation.unknown().possibleFirsts()).containsExactly(tracks);
        };
    }

    static Consumer<Recommendation> findOut(@Nullable String question) {
        return recommendation -> {
            assertThat(recommendation.unknown()).as("unknown").isNotNull();
            assertThat(recommendation.unknown().findOut()).isEqualTo(question);
        };
    }

    static Consumer<Recommendation> nothingUnknown() {
        return recommendation ->
                assertThat(recommendation.unknown()).as("unknown").isNull();
    }

    static Consumer<Recommendation> alongside(String... exams) {
        return recommendation -> assertThat(recommendation.alongside())
                .extracting(Recommendation.Alongside::code)
                .containsExactly(exams);
    }

    private static List<Change> changes(Recommendation recommendation, String track) {
        return recommendation.whatIf().stream()
                .filter(whatIf -> whatIf.track().equals(track))
                .flatMap(whatIf -> whatIf.changes().stream())
                .toList();
    }
}
