package dev.certpath.infrastructure;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Titles and advice for HTTP error statuses, from {@code messages.properties}. */
@Component
class ErrorMessages {

    private final MessageSource messages;

    ErrorMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** Returns what went wrong, as a heading. */
    String title(HttpStatus status) {
        return text(status, "title");
    }

    /** Returns what the client can do about it. */
    String advice(HttpStatus status) {
        return text(status, "advice");
    }

    /** Returns the heading of a response to a request that exceeds the concurrency limit. */
    String overloadTitle() {
        return overloadText("title");
    }

    /** Returns the advice in a response to a request that exceeds the concurrency limit. */
    String overloadAdvice() {
        return overloadText("advice");
    }

    private String overloadText(String part) {
        return Objects.requireNonNull(messages.getMessage("error.overload." + part, null, Locale.ENGLISH));
    }

    private String text(HttpStatus status, String part) {
        var prefix = status.is5xxServerError() ? "error.500." : "error.400.";
        var fallback = messages.getMessage(prefix + part, null, Locale.ENGLISH);
        var text = messages.getMessage("error." + status.value() + "." + part, null, fallback, Locale.ENGLISH);
        return text == null ? "" : text;
    }
}
