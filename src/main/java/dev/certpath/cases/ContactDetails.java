package dev.certpath.cases;

/**
 * How a student can be reached. Each component may be empty.
 *
 * @param name the student's name
 * @param email the student's e-mail address
 */
public record ContactDetails(String name, String email) {

    /** The maximum length of {@link #name()}, in characters. */
    public static final int MAX_NAME_LENGTH = 100;

    /** The maximum length of {@link #email()}, in characters. */
    public static final int MAX_EMAIL_LENGTH = 254;

    /** Neither name nor e-mail address. */
    public static final ContactDetails NONE = new ContactDetails("", "");

    /** Checks the lengths. Forms report violations to users before. */
    public ContactDetails {
        if (name.length() > MAX_NAME_LENGTH || email.length() > MAX_EMAIL_LENGTH) {
            throw new IllegalArgumentException("The contact details are too long");
        }
    }

    /** Returns these details, with those that are empty taken from earlier ones. */
    ContactDetails orElse(ContactDetails earlier) {
        return new ContactDetails(name.isEmpty() ? earlier.name : name, email.isEmpty() ? earlier.email : email);
    }
}
