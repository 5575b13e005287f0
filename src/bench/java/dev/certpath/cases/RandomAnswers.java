package dev.certpath.cases;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random answers, some of them much more frequent than others, as with real students. */
final class RandomAnswers {

    private final Random random;
    private final List<WeightedAnswers> questions;

    /**
     * The answers to a question.
     *
     * @param answers the answers
     * @param sums the weight of each answer and of those before it
     */
    private record WeightedAnswers(List<Answer> answers, double[] sums) {

        static WeightedAnswers of(Question question) {
            var answers = question.allAnswers();
            var sums = answers.stream().mapToDouble(WeightedAnswers::weight).toArray();
            Arrays.parallelPrefix(sums, Double::sum);
            return new WeightedAnswers(answers, sums);
        }

        Answer next(Random random) {
            int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
            return answers.get(found >= 0 ? found : -found - 1);
        }

        /** Earlier options are more frequent, and each further option of an answer makes it rarer. */
        private static double weight(Answer answer) {
            if (!answer.isKnown()) {
                return 0.3;
            }
            var options = answer.options();
            return Math.pow(0.15, options.size() - 1) / (1 + options.get(0).position());
        }
    }

    RandomAnswers(Guide guide, Random random) {
        this.random = random;
        this.questions = guide.questions().stream().map(WeightedAnswers::of).toList();
    }

    Answers next() {
        return new Answers(
                questions.stream().map(question -> question.next(random)).toList());
    }
}
