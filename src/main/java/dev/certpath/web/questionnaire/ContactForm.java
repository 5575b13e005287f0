package dev.certpath.web.questionnaire;

import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.MessageView;
import dev.certpath.web.validation.FormText;
import dev.certpath.web.validation.NoControlCharacters;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form to ask an advisor, with normalized texts.
 *
 * @param name the student's name; may be empty
 * @param email the student's e-mail address; may be empty
 * @param note what the advisor should look at; may be empty unless the student writes again
 * @param mailPage not empty if the address of the page may be mailed
 * @param again not empty if the student has asked before
 */
public record ContactForm(
        @Size(max = ContactDetails.MAX_NAME_LENGTH) @NoControlCharacters
        String name,

        @Size(max = ContactDetails.MAX_EMAIL_LENGTH) @NoControlCharacters @Email(regexp = FormText.EMAIL_OR_EMPTY)
        String email,

        @Size(max = MessageView.MAX_TEXT_LENGTH) @NoControlCharacters
        String note,

        String mailPage,

        String again) {

    /** The form before anything is entered. */
    static final ContactForm EMPTY = new ContactForm("", "", "", "", "");

    /** Creates the form from the submitted parameters. */
    public ContactForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String note,
            @Nullable String mailPage,
            @Nullable String again) {
        this.name = FormText.normalizeLine(name);
        this.email = FormText.normalize(email);
        this.note = FormText.normalize(note);
        this.mailPage = mailPage == null ? "" : mailPage;
        this.again = again == null ? "" : again;
    }

    /** The contact details of a valid form. */
    ContactDetails toContactDetails() {
        return new ContactDetails(name, email, !mailPage.isEmpty());
    }

    /** Returns whether the student writes again, but has written nothing. */
    boolean isMessageMissing() {
        return !again.isEmpty() && note.isEmpty();
    }
}
