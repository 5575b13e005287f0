package dev.certpath.notification;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes mails as plain text and HTML, from two templates with the same variables. */
class MailWriter {

    private final JavaMailSender sender;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final MailSettings settings;
    private final Clock clock;

    MailWriter(
            JavaMailSender sender,
            ITemplateEngine templates,
            MessageSource messages,
            MailSettings settings,
            Clock clock) {
        this.sender = sender;
        this.templates = templates;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A mail before it is written.
     *
     * @param to the recipients
     * @param template the name of the templates, and the last part of the key of the subject
     * @param subjectArgument the argument of the subject, which never is text that somebody entered
     * @param variables the variables of the templates
     */
    record Draft(List<InternetAddress> to, String template, Object subjectArgument, Map<String, Object> variables) {}

    /** Writes a mail. */
    MimeMessage write(Draft draft) throws MessagingException {
        var mail = sender.createMimeMessage();
        var helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(settings.from(), true));
        helper.setTo(draft.to().toArray(InternetAddress[]::new));
        helper.setSubject(messages.getMessage(
                "mail.subject." + draft.template(), new Object[] {draft.subjectArgument()}, Locale.ENGLISH));
        var variables = new Context(Locale.ENGLISH, draft.variables());
        helper.setText(
                templates.process(draft.template() + ".txt", variables),
                templates.process(draft.template() + ".html", variables));
        mail.setHeader("Date", RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }
}
