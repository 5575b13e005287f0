package dev.certpath.guide;

/**
 * The texts of a question. The placeholders {@code {answer}} and {@code {before}} stand for the phrases of the chosen
 * and of the previously chosen options.
 *
 * @param label a short name
 * @param subject a name for the middle of a sentence, such as "kind of role"
 * @param title the question itself
 * @param hint one sentence on how to answer
 * @param why one sentence on why the question is asked
 * @param any the choice of a filter that includes every answer; may be empty
 * @param receipt the answer as a statement
 * @param change follows "if": another answer instead of the current one
 * @param firstTime follows "if": an answer where none is known yet
 * @param adding follows "if": further options in addition to the current ones; empty unless several can be chosen
 * @param dropping follows "if": current options that are removed; empty unless several can be chosen
 * @param missing the error message when nothing was chosen
 * @param notAlone the error message when an exclusive option was combined with others; empty unless several can be
 *     chosen
 */
public record QuestionTexts(
        String label,
        String subject,
        String title,
        String hint,
        String why,
        String any,
        String receipt,
        String change,
        String firstTime,
        String adding,
        String dropping,
        String missing,
        String notAlone) {}
