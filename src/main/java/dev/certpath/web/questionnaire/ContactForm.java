package dev.certpath.web.questionnaire;

import dev.certpath.cases.ContactDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The form by which a student asks an advisor to look, as typed.
 *
 * @param name who they are; may be empty
 * @param email where to reach them; may be empty
 * @param note what they want looked at; may be empty
 */
public record ContactForm(String name, String email, String note) {

    /** Nothing typed yet. */
    static final ContactForm EMPTY = new ContactForm("", "", "");

    /** Whether mail arrives is for mail to say; this only catches what can't be an address. */
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    public ContactForm(@Nullable String name, @Nullable String email, @Nullable String note) {
        this.name = plain(name);
        this.email = plain(email);
        this.note = plain(note);
    }

    /** What is wrong with it, in these words. */
    List<FormError> errors(MessageSource words) {
        var errors = new ArrayList<FormError>();
        check("name", name, ContactDetails.MAX_NAME_LENGTH, words, errors);
        check("email", email, ContactDetails.MAX_EMAIL_LENGTH, words, errors);
        check("note", note, ContactDetails.MAX_NOTE_LENGTH, words, errors);
        if (!email.isEmpty() && !ADDRESS.matcher(email).matches()) {
            errors.add(error("email", "ask.email.wrong", words));
        }
        return errors;
    }

    ContactDetails asking() {
        return new ContactDetails(name, email, note);
    }

    private static void check(String field, String typed, int longest, MessageSource words, List<FormError> errors) {
        if (typed.length() > longest) {
            errors.add(error(field, "ask." + field + ".long", words, longest));
        }
        if (typed.chars().anyMatch(ContactForm::isUnseen)) {
            errors.add(error(field, "ask.unseen", words));
        }
    }

    private static FormError error(String field, String message, MessageSource words, Object... arguments) {
        return new FormError(field, words.getMessage(message, arguments, Locale.ENGLISH));
    }

    /** Without space around it; a line break, which browsers send as two characters, is one. */
    private static String plain(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Control characters, which not every database takes. */
    private static boolean isUnseen(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }
}
