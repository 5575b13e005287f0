package dev.certpath.web.desk;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Resolves the messages of the desk from {@code messages.properties}. */
@Component
public class DeskMessages {

    private final MessageSource messages;

    DeskMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** Resolves a message; a code without a message is an error. */
    public String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.ENGLISH);
    }
}
