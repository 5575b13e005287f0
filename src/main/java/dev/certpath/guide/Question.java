package dev.certpath.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question of the guide with its options.
 *
 * @param position the position among the questions of the guide, starting at 0
 * @param code the name in page URLs, such as {@code years-of-practice}
 * @param parameter the name in JSON and query strings, such as {@code yearsOfPractice}
 * @param filter the name of the filter by its answers, such as {@code practice}
 * @param kind how many options can be chosen, and how an answer can change later
 * @param required whether JSON must have an answer; otherwise a missing one means "I do not know"
 * @param wish whether the answer is a preference of the student rather than a fact
 * @param texts the texts shown for it
 * @param options the options, in public order
 * @param unknown the answer "I do not know"; null if the question does not offer it, which it must unless
 *     it is required
 */
public record Question(
        int position,
        String code,
        String parameter,
        String filter,
        Kind kind,
        boolean required,
        boolean wish,
        QuestionTexts texts,
        List<Option> options,
        @Nullable Unknown unknown) {

    /** How a question is answered. */
    public enum Kind {
        /** One or more options; an exclusive option only on its own. */
        ANY_OF,
        /** Exactly one option. */
        ONE_OF,
        /** Exactly one option; a later change can only be to a higher option, because people do not unlearn. */
        LEVEL
    }

    /**
     * The answer "I do not know".
     *
     * @param code the code in URLs and JSON; empty for {@link Kind#ANY_OF}, where JSON has an empty list
     * @param label the text shown to choose it
     */
    public record Unknown(String code, String label) {}

    /**
     * Parses an answer from its codes.
     *
     * @param codes the codes in any order; empty if nothing was chosen
     * @throws InvalidAnswerException if the codes are not a valid answer to this question
     */
    public Answer parse(List<String> codes) {
        if (codes.isEmpty()) {
            throw new InvalidAnswerException(this, InvalidAnswerException.Reason.MISSING, "");
        }
        if (isUnknownAnswer(codes)) {
            return new Answer(this, 0);
        }
        var unknownCodes = codes.stream().filter(code -> !isAllowedCode(code)).toList();
        if (!unknownCodes.isEmpty()) {
            throw new InvalidAnswerException(
                    this, InvalidAnswerException.Reason.UNKNOWN_OPTION, TextJoiner.joinWithAnd(unknownCodes));
        }
        if (Set.copyOf(codes).size() < codes.size()) {
            throw new InvalidAnswerException(
                    this, InvalidAnswerException.Reason.REPEATED, TextJoiner.joinWithAnd(codes));
        }
        int chosen = codes.stream().mapToInt(this::bitOf).sum();
        if (!isValidSelection(chosen) || codes.stream().anyMatch(this::isUnknownCode)) {
            var reason = kind == Kind.ANY_OF
                    ? InvalidAnswerException.Reason.NOT_ALONE
                    : InvalidAnswerException.Reason.SEVERAL;
            throw new InvalidAnswerException(this, reason, TextJoiner.joinWithAnd(codes));
        }
        return new Answer(this, chosen);
    }

    /**
     * Parses an answer from its codes as {@link #parse} does, except that a question that is not required is answered with
     * "I do not know" where there are none.
     */
    public Answer parseOrUnknown(List<String> codes) {
        return codes.isEmpty() && !required ? new Answer(this, 0) : parse(codes);
    }

    /** Finds an option by its code. */
    public Optional<Option> findOption(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }

    /** The options that students can choose, in public order; retired ones are only accepted. */
    public List<Option> offeredOptions() {
        return options.stream().filter(option -> !option.retired()).toList();
    }

    /** The codes of the options that students can choose in public order, the code for "I do not know" last. */
    public List<String> allowedCodes() {
        var codes = new ArrayList<>(offeredOptions().stream().map(Option::code).toList());
        if (unknown != null && kind != Kind.ANY_OF) {
            codes.add(unknown.code());
        }
        return List.copyOf(codes);
    }

    /**
     * All known answers: single options, or all valid sets of options. They are ordered lexicographically by the
     * positions of their options: the first option, the first and the second, and so on.
     */
    public List<Answer> knownAnswers() {
        var sets = kind == Kind.ANY_OF
                ? IntStream.range(1, 1 << options.size()).filter(this::isValidSelection)
                : options.stream().mapToInt(Option::bit);
        return sets.mapToObj(chosen -> new Answer(this, chosen))
                .sorted(Comparator.comparing(Answer::options, Question::compareLexicographically))
                .toList();
    }

    /** All answers; "I do not know" comes first if the question offers it. */
    public List<Answer> allAnswers() {
        var answers = new ArrayList<Answer>();
        if (unknown != null) {
            answers.add(new Answer(this, 0));
        }
        answers.addAll(knownAnswers());
        return List.copyOf(answers);
    }

    /** The number of answers, computed without creating them. */
    long answerCount() {
        long exclusive = options.stream().filter(Option::exclusive).count();
        long known = kind == Kind.ANY_OF ? (1L << (options.size() - exclusive)) - 1 + exclusive : options.size();
        return unknown == null ? known : known + 1;
    }

    private boolean isValidSelection(int chosen) {
        if (Integer.bitCount(chosen) == 1) {
            return true;
        }
        return kind == Kind.ANY_OF
                && chosen != 0
                && options.stream().noneMatch(option -> option.exclusive() && (chosen & option.bit()) != 0);
    }

    private static int compareLexicographically(List<Option> one, List<Option> other) {
        for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
            int difference = one.get(index).position() - other.get(index).position();
            if (difference != 0) {
                return difference;
            }
        }
        return one.size() - other.size();
    }

    private boolean isUnknownAnswer(List<String> codes) {
        return codes.size() == 1 && isUnknownCode(codes.get(0));
    }

    private boolean isUnknownCode(String code) {
        return unknown != null && unknown.code().equals(code);
    }

    private boolean isAllowedCode(String code) {
        return isUnknownCode(code) || findOption(code).isPresent();
    }

    /** The bit of the option with this code; 0 for "I do not know". */
    private int bitOf(String code) {
        return findOption(code).map(Option::bit).orElse(0);
    }
}
