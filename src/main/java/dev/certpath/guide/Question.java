package dev.certpath.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One question of the guide, with everything that can be answered to it.
 *
 * @param position its place among the guide's questions, from 0
 * @param code its name in addresses of pages, such as {@code role-focus}
 * @param parameter its name in JSON and query strings, such as {@code roleFocus}
 * @param kind how many options can be chosen, and which answers can come true later
 * @param wish whether the answer is something a person wants, rather than a fact about them
 * @param words everything that people read about it
 * @param options the known options, in their public order
 * @param unknown the way to say "I do not know", or null where that is no answer
 */
public record Question(
        int position,
        String code,
        String parameter,
        Kind kind,
        boolean wish,
        Words words,
        List<Option> options,
        @Nullable Unknown unknown) {

    /** How a question is answered. */
    public enum Kind {
        /** Any number of options at once; an exclusive one only alone. */
        ANY_OF,
        /** Exactly one option. */
        ONE_OF,
        /** Exactly one, and only a later option can come true: nobody unlearns. */
        LEVEL
    }

    /**
     * How not knowing is said.
     *
     * @param code its code in addresses and JSON; empty for a question of any number of options, which JSON shows as
     *     the empty list
     * @param label what people choose it by
     */
    public record Unknown(String code, String label) {}

    /**
     * The question's texts. {@code {answer}} and {@code {before}} in them stand for the phrases of options.
     *
     * @param label its short name
     * @param subject its name in the middle of a sentence, such as "kind of role"
     * @param title the question itself
     * @param hint one sentence on how to answer
     * @param why one sentence on why it is asked
     * @param receipt the answer as a statement
     * @param change another answer instead of the present one, after an "if"
     * @param firstTime an answer where there is none yet, after an "if"
     * @param adding further options beside the present ones, after an "if"
     * @param dropping present options taken away, after an "if"
     * @param missing what to do when nothing was chosen
     * @param notAlone what to do when an exclusive option was chosen beside others
     */
    public record Words(
            String label,
            String subject,
            String title,
            String hint,
            String why,
            String receipt,
            String change,
            String firstTime,
            String adding,
            String dropping,
            String missing,
            String notAlone) {}

    /**
     * Reads an answer from public codes.
     *
     * @param codes the codes as given, in any order; empty where nothing was chosen
     * @throws InvalidAnswerException when they are not an answer to this question
     */
    public Answer read(List<String> codes) {
        if (codes.isEmpty()) {
            throw new InvalidAnswerException(this, InvalidAnswerException.Fault.MISSING, "");
        }
        if (isUnknown(codes)) {
            return new Answer(this, 0);
        }
        var strangers = codes.stream().filter(code -> !isCode(code)).toList();
        if (!strangers.isEmpty()) {
            throw new InvalidAnswerException(
                    this, InvalidAnswerException.Fault.UNKNOWN_OPTION, TextJoiner.and(strangers));
        }
        if (Set.copyOf(codes).size() < codes.size()) {
            throw new InvalidAnswerException(this, InvalidAnswerException.Fault.REPEATED, TextJoiner.and(codes));
        }
        int chosen = codes.stream().mapToInt(this::bitOf).sum();
        if (!canBeAnswered(chosen) || codes.stream().anyMatch(this::saysUnknown)) {
            var fault =
                    kind == Kind.ANY_OF ? InvalidAnswerException.Fault.NOT_ALONE : InvalidAnswerException.Fault.SEVERAL;
            throw new InvalidAnswerException(this, fault, TextJoiner.and(codes));
        }
        return new Answer(this, chosen);
    }

    /** The known option of that code, if there is one. */
    public Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }

    /** Every code that can be given, in public order, with the one for "not known" last. */
    public List<String> allowedCodes() {
        var codes = new ArrayList<>(options.stream().map(Option::code).toList());
        if (unknown != null && kind != Kind.ANY_OF) {
            codes.add(unknown.code());
        }
        return List.copyOf(codes);
    }

    /**
     * Every known answer: single options, or all sets that can be chosen. In the order of the options' positions, read
     * like words in a dictionary: the first option, the first and the second, and so on.
     */
    public List<Answer> knownAnswers() {
        var sets = kind == Kind.ANY_OF
                ? IntStream.range(1, 1 << options.size()).filter(this::canBeAnswered)
                : options.stream().mapToInt(Option::bit);
        return sets.mapToObj(chosen -> new Answer(this, chosen))
                .sorted(Comparator.comparing(Answer::options, Question::likeWords))
                .toList();
    }

    /** Every answer, the one for "not known" first where there is one. */
    public List<Answer> allAnswers() {
        var answers = new ArrayList<Answer>();
        if (unknown != null) {
            answers.add(new Answer(this, 0));
        }
        answers.addAll(knownAnswers());
        return List.copyOf(answers);
    }

    /** How many answers there are, without making them. */
    long answerCount() {
        long alone = options.stream().filter(Option::exclusive).count();
        long known = kind == Kind.ANY_OF ? (1L << (options.size() - alone)) - 1 + alone : options.size();
        return unknown == null ? known : known + 1;
    }

    private boolean canBeAnswered(int chosen) {
        if (Integer.bitCount(chosen) == 1) {
            return true;
        }
        return kind == Kind.ANY_OF
                && chosen != 0
                && options.stream().noneMatch(option -> option.exclusive() && (chosen & option.bit()) != 0);
    }

    private static int likeWords(List<Option> one, List<Option> other) {
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            int difference = one.get(place).position() - other.get(place).position();
            if (difference != 0) {
                return difference;
            }
        }
        return one.size() - other.size();
    }

    private boolean isUnknown(List<String> codes) {
        return codes.size() == 1 && saysUnknown(codes.get(0));
    }

    private boolean saysUnknown(String code) {
        return unknown != null && unknown.code().equals(code);
    }

    private boolean isCode(String code) {
        return saysUnknown(code) || option(code).isPresent();
    }

    /** The option of that code as a bit; no bit for "I do not know". */
    private int bitOf(String code) {
        return option(code).map(Option::bit).orElse(0);
    }
}
