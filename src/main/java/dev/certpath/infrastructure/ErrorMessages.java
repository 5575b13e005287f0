package dev.certpath.infrastructure;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What people and programs are told of each status, in the words of {@code messages.properties}. */
@Component
class ErrorMessages {

    private final MessageSource messages;

    ErrorMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** What happened. */
    String title(HttpStatus status) {
        return text(status, "title");
    }

    /** What to do about it. */
    String advice(HttpStatus status) {
        return text(status, "advice");
    }

    /** The same for whoever comes when more are here than can be served. */
    String busy(String part) {
        return Objects.requireNonNull(messages.getMessage("error.busy." + part, null, Locale.ENGLISH));
    }

    private String text(HttpStatus status, String part) {
        var kind = status.is5xxServerError() ? "error.500." : "error.400.";
        var otherwise = messages.getMessage(kind + part, null, Locale.ENGLISH);
        var text = messages.getMessage("error." + status.value() + "." + part, null, otherwise, Locale.ENGLISH);
        return text == null ? "" : text;
    }
}
