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
 * Students to test with: found by what they are told, so that no test depends on the points of an edition.
 *
 * @param told what they are told today
 */
public record SampleStudent(Recommendation told) {

    /** The guide that the site ships with. */
    public static final Guide GUIDE = GuideYaml.published().read();

    private static final AnswerSpace SPACE = new AnswerSpace(GUIDE);
    private static final Recommender RECOMMENDER = new Recommender(GUIDE);

    /** The first student who is told something like that. */
    public static SampleStudent who(Predicate<Recommendation> wanted) {
        return everyone()
                .filter(someone -> wanted.test(someone.told))
                .findFirst()
                .orElseThrow();
    }

    /** Everyone there can be: a student for each combination of answers. */
    public static Stream<SampleStudent> everyone() {
        return IntStream.range(0, SPACE.size())
                .mapToObj(number -> new SampleStudent(RECOMMENDER.recommend(SPACE.at(number), TestApplication.TODAY)));
    }

    /** The check page with this student's answers. */
    public String checkPage() {
        return "/questionnaire/check?"
                + told.answered().stream()
                        .flatMap(answer -> answer.codes().stream().map(code -> answer.question() + "=" + code))
                        .collect(Collectors.joining("&"));
    }

    /** This student, at the page of the recommendation they were given. */
    public HttpBrowser atTheirRecommendation() {
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
