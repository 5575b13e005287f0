package dev.certpath.bench.http;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.Question;
import dev.certpath.recommend.AnswerSpace;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Answers of some students in JSON, the same ones in each run. */
final class RandomStudents {

    private static final int COUNT = 500;
    private static final int SEED = 20261127;

    private final List<String> answers;

    RandomStudents() {
        var space = new AnswerSpace(GuideYaml.published().read());
        answers = new Random(SEED)
                .ints(COUNT, 0, space.size())
                .mapToObj(space::answersAt)
                .map(RandomStudents::toJson)
                .toList();
    }

    /** The answers of one student. */
    String json(int student) {
        return answers.get(Math.floorMod(student, COUNT));
    }

    private static String toJson(Answers answers) {
        return answers.all().stream()
                .map(answer -> quote(answer.question().parameter()) + ":" + toJson(answer))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String toJson(Answer answer) {
        if (answer.question().kind() != Question.Kind.ANY_OF) {
            return quote(answer.codes().get(0));
        }
        return answer.options().stream().map(option -> quote(option.code())).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quote(String text) {
        return '"' + text + '"';
    }
}
