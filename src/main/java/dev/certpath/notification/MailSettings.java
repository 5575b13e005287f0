package dev.certpath.notification;

import dev.certpath.web.url.InvalidSettingException;
import dev.certpath.web.url.PublicUrl;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The settings of mails. With a mail server, the sender and the public URL of the site are required: a mail is sent without
 * a request that could tell the URL.
 */
@Component
public class MailSettings {

    /** The property of {@code SPRING_MAIL_HOST}. */
    static final String HOST = "spring.mail.host";

    private static final String FROM = "certpath.mail.from";
    private static final String DESK = "certpath.mail.desk";

    private final boolean enabled;
    private final String from;
    private final String desk;
    private final String siteUrl;

    MailSettings(
            @Value("${" + HOST + ":}") String host,
            @Value("${" + FROM + ":}") String from,
            @Value("${" + DESK + ":}") String desk,
            PublicUrl publicUrl) {
        this.enabled = StringUtils.hasText(host);
        this.from = from;
        this.desk = desk;
        this.siteUrl = publicUrl.configured().orElse("");
        if (enabled) {
            validate();
        }
    }

    /** Returns whether mails are sent. */
    public boolean enabled() {
        return enabled;
    }

    /** Returns the sender of all mails. */
    String from() {
        return from;
    }

    /** Returns the addresses of the desk, separated by commas; empty if the desk gets no mails. */
    Optional<String> desk() {
        return Optional.of(desk).filter(StringUtils::hasText);
    }

    /** Returns the absolute URL of a path of the application. */
    String absolute(String path) {
        return siteUrl + path;
    }

    private void validate() {
        if (siteUrl.isEmpty()) {
            throw new InvalidSettingException(
                    "SPRING_MAIL_HOST is set, but CERTPATH_URL is not, so that mails can't link to the site.",
                    "Set CERTPATH_URL to the URL of the site, such as https://certs.example.org.");
        }
        requireAddresses("CERTPATH_MAIL_FROM", from);
        if (desk().isPresent()) {
            requireAddresses("CERTPATH_MAIL_DESK", desk);
        }
    }

    private static void requireAddresses(String variable, String value) {
        try {
            if (InternetAddress.parse(value, true).length > 0) {
                return;
            }
        } catch (AddressException invalid) {
            throw invalidAddress(variable);
        }
        throw invalidAddress(variable);
    }

    private static InvalidSettingException invalidAddress(String variable) {
        return new InvalidSettingException(
                "SPRING_MAIL_HOST is set, but " + variable + " is not an e-mail address.",
                "Set " + variable + " to an e-mail address such as certs@example.org.");
    }
}
