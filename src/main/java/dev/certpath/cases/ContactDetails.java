package dev.certpath.cases;

/**
 * What a student enters when asking an advisor to look. Each component may be empty.
 *
 * @param name the student's name
 * @param email the student's e-mail address
 * @param note what the advisor should look at
 */
public record ContactDetails(String name, String email, String note) {

    /** The maximum length of {@link #name()}, in characters. */
    public static final int MAX_NAME_LENGTH = 100;

    /** The maximum length of {@link #email()}, in characters. */
    public static final int MAX_EMAIL_LENGTH = 254;

    /** The maximum length of {@link #note()}, in characters. */
    public static final int MAX_NOTE_LENGTH = 2_000;

    /** Checks the lengths. Forms report violations to users before. */
    public ContactDetails {
        if (name.length() > MAX_NAME_LENGTH || email.length() > MAX_EMAIL_LENGTH || note.length() > MAX_NOTE_LENGTH) {
            throw new IllegalArgumentException("The contact details are too long");
        }
    }

    /** Returns whether all components are empty. */
    public boolean isEmpty() {
        return name.isEmpty() && email.isEmpty() && note.isEmpty();
    }
}
