package dev.certpath.cases;

/**
 * How a student can be reached. Name and e-mail address may be empty.
 *
 * @param name the student's name
 * @param email the student's e-mail address
 * @param pageMayBeMailed whether the student allows that the address of the recommendation's page is mailed
 */
public record ContactDetails(String name, String email, boolean pageMayBeMailed) {

    /** The maximum length of {@link #name()}, in characters. */
    public static final int MAX_NAME_LENGTH = 100;

    /** The maximum length of {@link #email()}, in characters. */
    public static final int MAX_EMAIL_LENGTH = 254;

    /** Neither name nor e-mail address. */
    public static final ContactDetails NONE = new ContactDetails("", "", false);

    /** Checks the lengths. Forms report violations to users before. */
    public ContactDetails {
        if (name.length() > MAX_NAME_LENGTH || email.length() > MAX_EMAIL_LENGTH) {
            throw new IllegalArgumentException("The contact details are too long");
        }
    }

    /** Creates details of a student who has not allowed that the address of the page is mailed. */
    public ContactDetails(String name, String email) {
        this(name, email, false);
    }

    /** Returns these details, with those that are empty taken from earlier ones. An e-mail address has its own permission. */
    ContactDetails orElse(ContactDetails earlier) {
        boolean mayBeMailed = email.isEmpty() ? earlier.pageMayBeMailed || pageMayBeMailed : pageMayBeMailed;
        return new ContactDetails(
                name.isEmpty() ? earlier.name : name, email.isEmpty() ? earlier.email : email, mayBeMailed);
    }
}
