package dev.certpath.web.desk.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.notification.MailSettings;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.url.PublicUrl;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * The link that opens an answer in the advisor's own mail program, where the application sends no mails. It has the
 * read-only address of the recommendation, never that of the student's page, which opens it for everyone who reads the mail.
 */
@Component
class MailtoLink {

    private final DeskMessages messages;
    private final MailSettings mail;
    private final PublicUrl publicUrl;

    MailtoLink(DeskMessages messages, MailSettings mail, PublicUrl publicUrl) {
        this.messages = messages;
        this.mail = mail;
        this.publicUrl = publicUrl;
    }

    /** Returns the link to answer the student of a case; empty if mails are sent, or if there is no e-mail address. */
    Optional<String> of(CaseDetails details) {
        return details.contact()
                .filter(contact -> !mail.enabled() && !contact.email().isEmpty())
                .map(contact -> link(contact, details.saved()));
    }

    private String link(ContactDetails contact, SavedRecommendation saved) {
        var reference = saved.reference();
        var page = publicUrl.absolute("/shared/" + saved.shareId());
        var name = contact.name().isEmpty() ? "" : " " + contact.name();
        return "mailto:" + UriUtils.encode(contact.email(), UTF_8)
                + "?subject=" + UriUtils.encode(messages.text("case.mail.subject", reference), UTF_8)
                + "&body=" + UriUtils.encode(messages.text("case.mail.body", reference, name, page), UTF_8);
    }
}
