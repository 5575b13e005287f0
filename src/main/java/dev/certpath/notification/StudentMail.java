package dev.certpath.notification;

import dev.certpath.cases.MessageDelivery;
import dev.certpath.cases.MessageDeliveryService;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import org.springframework.mail.javamail.JavaMailSender;

/** The mail to a student with the words of an advisor, which are read when it is sent. */
class StudentMail {

    static final String TEMPLATE = "student";

    private final MessageDeliveryService deliveries;
    private final MailWriter writer;
    private final JavaMailSender sender;
    private final MailSettings settings;

    StudentMail(MessageDeliveryService deliveries, MailWriter writer, JavaMailSender sender, MailSettings settings) {
        this.deliveries = deliveries;
        this.writer = writer;
        this.sender = sender;
        this.settings = settings;
    }

    /** Sends a message of an advisor, unless the message or the student's e-mail address was deleted in the meantime. */
    void send(long messageId) throws MessagingException {
        var delivery = deliveries.find(messageId);
        if (delivery.isPresent()) {
            sender.send(writer.write(draft(delivery.get())));
        }
    }

    private MailWriter.Draft draft(MessageDelivery delivery) throws AddressException {
        var page = delivery.mayContainPage() ? settings.absolute("/recommendations/" + delivery.caseId()) : "";
        return new MailWriter.Draft(
                List.of(recipient(delivery.email())),
                TEMPLATE,
                delivery.reference(),
                Map.of("delivery", delivery, "page", page, "site", settings.absolute("/")));
    }

    /**
     * Parses what a student entered, which must be one address and nothing else. JavaMail also parses lists, groups, names
     * and comments, so that one message would be sent to many.
     */
    private static InternetAddress recipient(String email) throws AddressException {
        var address = new InternetAddress(email, true);
        if (address.isGroup() || !email.equals(address.getAddress())) {
            throw new AddressException("Not one address");
        }
        return address;
    }
}
