package dev.certpath.editions;

/** The answers in saved recommendations, as far as the next edition has to know them. */
public interface SavedAnswers {

    /**
     * Returns whether a saved recommendation has an option as an answer.
     *
     * @param question the parameter of the question
     * @param option the code of the option
     */
    boolean use(String question, String option);

    /**
     * Returns whether a saved recommendation has an answer to a question.
     *
     * @param question the parameter of the question
     */
    boolean use(String question);
}
