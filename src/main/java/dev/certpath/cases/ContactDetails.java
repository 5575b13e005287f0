package dev.certpath.cases;

/**
 * What a student says of themselves when they ask an advisor to look. Everything may be empty.
 *
 * @param name their name
 * @param email where to reach them
 * @param note what they want looked at
 */
public record ContactDetails(String name, String email, String note) {

    /** The longest {@link #name()}, in characters. */
    public static final int LONGEST_NAME = 100;

    /** The longest {@link #email()}, in characters. */
    public static final int LONGEST_EMAIL = 254;

    /** The longest {@link #note()}, in characters. */
    public static final int LONGEST_NOTE = 2_000;

    /** Checks the lengths; the door says it to people before. */
    public ContactDetails {
        if (name.length() > LONGEST_NAME || email.length() > LONGEST_EMAIL || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("Longer than a case can keep");
        }
    }

    /** Whether it says who asks, or how to reach them. */
    public boolean isAnonymous() {
        return name.isEmpty() && email.isEmpty() && note.isEmpty();
    }
}
