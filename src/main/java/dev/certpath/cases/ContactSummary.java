package dev.certpath.cases;

/**
 * Which contact details of a student are stored. The student's page shows this instead of the details themselves, because
 * everyone who has its address can read it.
 *
 * @param hasName whether a name is stored
 * @param hasEmail whether an e-mail address is stored
 */
public record ContactSummary(boolean hasName, boolean hasEmail) {

    static ContactSummary of(ContactDetails details) {
        return new ContactSummary(!details.name().isEmpty(), !details.email().isEmpty());
    }
}
