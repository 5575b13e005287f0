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
 * One student's story: what they answer, what they are told, and why. What a story leaves out is not known, and the ML
 * background is one that backs no track.
 */
final class RecommendationScenario {

    private static final AnswerSet NOTHING_SAID = new AnswerSet(Set.of(), "undecided", "undecided", "practitioner");

    private final Recommendation told;

    private RecommendationScenario(Recommendation told) {
        this.told = told;
    }

    @SafeVarargs
    static RecommendationScenario answering(UnaryOperator<AnswerSet>... answers) {
        var student = NOTHING_SAID;
        for (UnaryOperator<AnswerSet> answer : answers) {
            student = answer.apply(student);
        }
        return new RecommendationScenario(AllRecommendations.to(student));
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
            expectation.accept(told);
        }
        return this;
    }

    /** The rules that speak for the first, and no others. */
    RecommendationScenario because(String... rules) {
        assertThat(told.ranked(told.first().track()).reasons())
                .extracting(Reason::rule)
                .containsExactly(rules);
        return this;
    }

    static Consumer<Recommendation> first(String track) {
        return told -> assertThat(told.first().track()).as("first").isEqualTo(track);
    }

    static Consumer<Recommendation> second(String track, Why why) {
        return told -> {
            assertThat(told.second().track()).as("second").isEqualTo(track);
            assertThat(told.second().why()).as("why second").isEqualTo(why);
        };
    }

    static Consumer<Recommendation> points(String track, int points) {
        return told -> assertThat(told.ranked(track).points()).as(track).isEqualTo(points);
    }

    static Consumer<Recommendation> lead(int lead, Level level) {
        return told -> {
            assertThat(told.firmness().lead()).as("lead").isEqualTo(lead);
            assertThat(told.firmness().level()).as("level").isEqualTo(level);
        };
    }

    static Consumer<Recommendation> brokenBy(String question) {
        return told -> assertThat(told.firmness().brokenBy()).as("broken by").isEqualTo(question);
    }

    static Consumer<Recommendation> holds(int holds, int of) {
        return told -> {
            assertThat(told.firmness().holds()).as("holds").isEqualTo(holds);
            assertThat(told.firmness().of()).as("of").isEqualTo(of);
        };
    }

    static Consumer<Recommendation> hangsOn(String... questions) {
        return told -> assertThat(told.firmness().hangsOn()).as("hangs on").containsExactly(questions);
    }

    /** What would put a track first: each change as its words after an "if". */
    static Consumer<Recommendation> whatIf(String track, String... words) {
        return told -> assertThat(changes(told, track)).extracting(Change::text).containsExactly(words);
    }

    static Consumer<Recommendation> possibleFirsts(String... tracks) {
        return told -> {
            assertThat(told.unknown()).as("unknown").isNotNull();
            assertThat(told.unknown().possibleFirsts()).containsExactly(tracks);
        };
    }

    static Consumer<Recommendation> findOut(@Nullable String question) {
        return told -> {
            assertThat(told.unknown()).as("unknown").isNotNull();
            assertThat(told.unknown().findOut()).isEqualTo(question);
        };
    }

    static Consumer<Recommendation> nothingUnknown() {
        return told -> assertThat(told.unknown()).as("unknown").isNull();
    }

    static Consumer<Recommendation> alongside(String... exams) {
        return told -> assertThat(told.alongside())
                .extracting(Recommendation.Alongside::code)
                .containsExactly(exams);
    }

    private static List<Change> changes(Recommendation told, String track) {
        return told.whatIf().stream()
                .filter(whatIf -> whatIf.track().equals(track))
                .flatMap(whatIf -> whatIf.changes().stream())
                .toList();
    }
}
