package dev.certpath.notification;

import dev.certpath.cases.MessageDeliveryService;
import dev.certpath.notification.DeskNoticeRepository.Notice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * The mail to the desk about the cases whose students asked since the last one. It has references and links to the queue: no
 * words of students, and not the ids of the cases, which open the students' own pages.
 */
class DeskDigest {

    static final String TEMPLATE = "digest";

    /** With more cases, which may be made up, a mail only says how many: a server might refuse a longer one forever. */
    static final int MAX_LINES = 100;

    private final DeskNoticeRepository notices;
    private final MessageDeliveryService deliveries;
    private final MailWriter writer;
    private final JavaMailSender sender;
    private final MailSettings settings;

    DeskDigest(
            DeskNoticeRepository notices,
            MessageDeliveryService deliveries,
            MailWriter writer,
            JavaMailSender sender,
            MailSettings settings) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.writer = writer;
        this.sender = sender;
        this.settings = settings;
    }

    /** A case of the digest: its reference, and the queue with this case alone. */
    public record Line(String reference, String url) {}

    /** Sends the digest if there is something to tell. What students ask in the meantime is for the next one. */
    void send() throws MessagingException {
        var pending = notices.findAll();
        if (pending.isEmpty() || settings.desk().isEmpty()) {
            return;
        }
        sender.send(writer.write(draft(pending, settings.desk().get())));
        notices.delete(pending);
    }

    private MailWriter.Draft draft(List<Notice> pending, String desk) throws AddressException {
        var lines = pending.stream()
                .limit(MAX_LINES)
                .flatMap(notice -> deliveries.findReference(notice.caseId()).stream())
                .map(reference -> new Line(reference, settings.absolute("/advisor?view=all&q=" + reference)))
                .toList();
        var variables = Map.<String, Object>of(
                "lines", lines, "more", pending.size() - lines.size(), "queue", settings.absolute("/advisor"));
        return new MailWriter.Draft(List.of(InternetAddress.parse(desk, true)), TEMPLATE, pending.size(), variables);
    }
}
