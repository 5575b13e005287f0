package dev.certpath.guide;

/**
 * An option of a question.
 *
 * @param position the position among the options of the question, starting at 0
 * @param code the code used in URLs and JSON
 * @param label the text shown to choose it
 * @param hint an explanation shown below the label; may be empty
 * @param phrase the text used inside sentences such as "You target …"
 * @param exclusive whether it can't be combined with other options, in a question that accepts several
 * @param apart whether it is shown separated from the other options by an "or"
 * @param retired whether it is no longer offered; it is still accepted, because saved answers and links have it, and it
 *     counts for nothing
 */
public record Option(
        int position,
        String code,
        String label,
        String hint,
        String phrase,
        boolean exclusive,
        boolean apart,
        boolean retired) {

    /** The bit of this option in {@link Answer#chosen()}. */
    int bit() {
        return 1 << position;
    }
}
