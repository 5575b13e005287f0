package dev.certpath.usage;

/**
 * A step of the questionnaire.
 *
 * @param code the code in the database: the path of the page
 */
public record QuestionnaireStep(String code) {

    /** The page with all answers. */
    public static final QuestionnaireStep CHECK = new QuestionnaireStep("questionnaire/check");

    /** A saved recommendation. */
    public static final QuestionnaireStep SAVED = new QuestionnaireStep("recommendations");

    /** The page of a question. */
    public static QuestionnaireStep question(String code) {
        return new QuestionnaireStep("questionnaire/" + code);
    }
}
