package dev.certpath.bench.core;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.recommend.AnswerSpace;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Students with all combinations of answers to the published guide, in random order that is the same in each run. */
final class Students {

    static final Guide GUIDE = GuideYaml.published().read();
    static final LocalDate DAY = LocalDate.parse("2026-11-23");

    /** The number of combinations, which JMH needs as a constant. */
    static final int COUNT = 12_936;

    private static final int SEED = 20261127;

    private final List<Answers> answers;
    private final int[][] chosen;

    Students() {
        var space = new AnswerSpace(GUIDE);
        if (space.size() != COUNT) {
            throw new IllegalStateException("The guide has " + space.size() + " combinations: change COUNT");
        }
        var all = IntStream.range(0, COUNT).mapToObj(space::answersAt).collect(Collectors.toList());
        Collections.shuffle(all, new Random(SEED));
        answers = List.copyOf(all);
        chosen = answers.stream().map(Students::chosen).toArray(int[][]::new);
    }

    Answers answers(int student) {
        return answers.get(student);
    }

    /** The options chosen by a student for each question, as bits. */
    int[] chosen(int student) {
        return chosen[student];
    }

    private static int[] chosen(Answers answers) {
        return answers.all().stream().mapToInt(Answer::chosen).toArray();
    }
}
