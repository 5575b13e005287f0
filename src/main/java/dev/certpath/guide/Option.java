package dev.certpath.guide;

/**
 * One thing that can be answered to a question.
 *
 * @param position its place among the question's known options, from 0
 * @param code its public name in addresses and JSON
 * @param label what people choose it by
 * @param hint a few more words below the label; may be empty
 * @param phrase how it reads inside a sentence such as "You target …"
 * @param exclusive whether it can only be chosen alone, in a question where several can be chosen
 * @param apart whether it is shown last, after an "or"
 */
public record Option(
        int position, String code, String label, String hint, String phrase, boolean exclusive, boolean apart) {

    /** The option as a set of one, in the bits of {@link Answer#chosen()}. */
    int bit() {
        return 1 << position;
    }
}
