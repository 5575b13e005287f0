package dev.certpath.testsupport;

import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.recommend.AnswerSpace;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommender;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A student with one of the possible combinations of answers, selected by the recommendation, so that tests do not
 * depend on the points of an edition.
 *
 * @param recommendation the recommendation for these answers today
 */
public record SampleStudent(Recommendation recommendation) {

    /** The guide that the application ships with. */
    public static final Guide GUIDE = GuideYaml.published().read();

    private static final AnswerSpace SPACE = new AnswerSpace(GUIDE);
    private static final Recommender RECOMMENDER = new Recommender(GUIDE);

    /** Returns the first student whose recommendation matches. */
    public static SampleStudent matching(Predicate<Recommendation> condition) {
        return all().filter(student -> condition.test(student.recommendation))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a student for each combination of answers. */
    public static Stream<SampleStudent> all() {
        return IntStream.range(0, SPACE.size())
                .mapToObj(number ->
                        new SampleStudent(RECOMMENDER.recommend(SPACE.answersAt(number), TestApplication.TODAY)));
    }

    /** Returns the address of the page on which this student's answers are checked. */
    public String checkPage() {
        return "/questionnaire/check?"
                + recommendation.answered().stream()
                        .flatMap(answer -> answer.codes().stream().map(code -> answer.question() + "=" + code))
                        .collect(Collectors.joining("&"));
    }

    /** Saves these answers on the shared application, and returns a browser on the page of the recommendation. */
    public HttpBrowser getsRecommendation() {
        return TestApplication.shared()
                .student()
                .opens(checkPage())
                .presses("Get my recommendation")
                .gets(200);
    }

    @Override
    public String toString() {
        return checkPage();
    }
}
