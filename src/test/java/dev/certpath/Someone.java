package dev.certpath;

import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideFile;
import dev.certpath.guide.GuideReader;
import dev.certpath.recommend.AnswerSpace;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Students to test with: found by what they are told, so that no test depends on the points of an edition.
 *
 * @param told what they are told today
 */
public record Someone(Recommendation told) {

    /** The guide that the site ships with. */
    public static final Guide GUIDE = guide();

    private static final AnswerSpace SPACE = new AnswerSpace(GUIDE);
    private static final Recommender RECOMMENDER = new Recommender(GUIDE);

    /** The first student who is told something like that. */
    public static Someone who(Predicate<Recommendation> wanted) {
        return everyone()
                .filter(someone -> wanted.test(someone.told))
                .findFirst()
                .orElseThrow();
    }

    /** Everyone there can be: a student for each combination of answers. */
    public static Stream<Someone> everyone() {
        return allAnswers().map(answers -> new Someone(RECOMMENDER.recommend(answers, Site.TODAY)));
    }

    /** Every combination of answers. */
    public static Stream<Answers> allAnswers() {
        return IntStream.range(0, SPACE.size()).mapToObj(SPACE::at);
    }

    /** Whether all of this student's answers are known. */
    public boolean knowsEverything() {
        return told.unknown() == null;
    }

    /** The check page with this student's answers. */
    public String checkPage() {
        return "/questionnaire/check?"
                + told.answered().stream()
                        .flatMap(answer -> answer.codes().stream().map(code -> answer.question() + "=" + code))
                        .collect(Collectors.joining("&"));
    }

    /** This student, at the page of the recommendation they were given. */
    public Student atTheirRecommendation() {
        return Site.shared()
                .student()
                .opens(checkPage())
                .presses("Get my recommendation")
                .gets(200);
    }

    @Override
    public String toString() {
        return checkPage();
    }

    private static Guide guide() {
        return GuideReader.read(file("edition-1.yaml"), file("exams.yaml"));
    }

    private static GuideFile file(String name) {
        try (var content = Someone.class.getResourceAsStream("/guide/" + name)) {
            return new GuideFile(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
