package dev.certpath.guide;

import java.util.List;

/**
 * The answer to one question.
 *
 * @param question the question
 * @param chosen the chosen options as a bit set indexed by {@link Option#position()}; 0 means "I do not know"
 */
public record Answer(Question question, int chosen) {

    /** Whether at least one option was chosen; false means "I do not know". */
    public boolean isKnown() {
        return chosen != 0;
    }

    /** Whether it can still be chosen: none of its options is retired. */
    public boolean isOffered() {
        return options().stream().noneMatch(Option::retired);
    }

    /** The chosen options, in the order of the question. */
    public List<Option> options() {
        return question.options().stream().filter(this::contains).toList();
    }

    /** Whether this option was chosen. */
    public boolean contains(Option option) {
        return (chosen & option.bit()) != 0;
    }

    /** Whether at least one of these options was chosen; {@code options} is a bit set like {@link #chosen()}. */
    public boolean containsAny(int options) {
        return (chosen & options) != 0;
    }

    /** The codes of the chosen options, or the code for "I do not know". */
    public List<String> codes() {
        var unknown = question.unknown();
        if (!isKnown() && unknown != null) {
            return List.of(unknown.code());
        }
        return options().stream().map(Option::code).toList();
    }

    /** The chosen options as a phrase inside a sentence, such as "apples, pears and plums". */
    public String phrase() {
        return phrase(options());
    }

    /**
     * Describes the change from another answer to this one, as text that follows "if", such as "you also liked pears".
     *
     * @param previous a different answer to the same question
     */
    public String describeChangeFrom(Answer previous) {
        var texts = question.texts();
        if (!previous.isKnown()) {
            return texts.firstTime().replace("{answer}", phrase());
        }
        if ((chosen & previous.chosen) == previous.chosen) {
            return texts.adding().replace("{answer}", new Answer(question, chosen & ~previous.chosen).phrase());
        }
        if ((chosen & previous.chosen) == chosen) {
            return texts.dropping().replace("{answer}", new Answer(question, previous.chosen & ~chosen).phrase());
        }
        return texts.change().replace("{answer}", phrase()).replace("{before}", previous.phrase());
    }

    /** The answer as a statement, such as "You like apples". Only for known answers. */
    public String statement() {
        return question.texts().receipt().replace("{answer}", phrase());
    }

    private static String phrase(List<Option> options) {
        return TextJoiner.joinWithAnd(options.stream().map(Option::phrase).toList());
    }
}
