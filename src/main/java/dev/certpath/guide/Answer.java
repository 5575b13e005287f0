package dev.certpath.guide;

import java.util.List;

/**
 * What was answered to one question.
 *
 * @param question the question
 * @param chosen the options chosen, a bit for each {@link Option#position()}; 0 is "I do not know"
 */
public record Answer(Question question, int chosen) {

    /** Whether anything is known: false is "I do not know". */
    public boolean isKnown() {
        return chosen != 0;
    }

    /** The options chosen, in their public order. */
    public List<Option> options() {
        return question.options().stream().filter(this::has).toList();
    }

    /** Whether that option is among the chosen. */
    public boolean has(Option option) {
        return (chosen & option.bit()) != 0;
    }

    /** Whether any of those options is among the chosen; the options are bits as in {@link #chosen()}. */
    public boolean hasAnyOf(int options) {
        return (chosen & options) != 0;
    }

    /** The public codes: of the options chosen, or the one that says "not known". */
    public List<String> codes() {
        var unknown = question.unknown();
        if (!isKnown() && unknown != null) {
            return List.of(unknown.code());
        }
        return options().stream().map(Option::code).toList();
    }

    /** The chosen options as a phrase for the middle of a sentence: "AWS, Azure and Kubernetes". */
    public String phrase() {
        return phrase(options());
    }

    /**
     * How this answer reads after an "if", as another answer to the same question than the one given.
     *
     * @param before the answer given
     */
    public String insteadOf(Answer before) {
        var words = question.words();
        if (!before.isKnown()) {
            return words.firstTime().replace("{answer}", phrase());
        }
        if ((chosen & before.chosen) == before.chosen) {
            return words.adding().replace("{answer}", new Answer(question, chosen & ~before.chosen).phrase());
        }
        if ((chosen & before.chosen) == chosen) {
            return words.dropping().replace("{answer}", new Answer(question, before.chosen & ~chosen).phrase());
        }
        return words.change().replace("{answer}", phrase()).replace("{before}", before.phrase());
    }

    /** The answer as a statement: "Your employer runs on AWS". Only for known answers. */
    public String statement() {
        return question.words().receipt().replace("{answer}", phrase());
    }

    private static String phrase(List<Option> options) {
        return TextJoiner.and(options.stream().map(Option::phrase).toList());
    }
}
