package dev.certpath.usage;

/**
 * A step of the questionnaire.
 *
 * @param code the code in the database: the path of the page
 */
public record Step(String code) {

    /** The page with all answers. */
    public static final Step CHECK = new Step("questionnaire/check");

    /** A saved recommendation. */
    public static final Step SAVED = new Step("recommendations");

    /** The page of a question. */
    public static Step question(String code) {
        return new Step("questionnaire/" + code);
    }
}
