package dev.certpath.cases;

import java.util.List;
import java.util.Optional;

/**
 * A page of the conversation between a student and advisors.
 *
 * @param number the number of the page; the first one, with the latest messages, is 1
 * @param messages the messages, oldest first
 * @param hasOlder whether there is another page with older messages
 */
public record ConversationPage(int number, List<MessageView> messages, boolean hasOlder) {

    /** The highest number that is looked for. */
    public static final int MAX_NUMBER = 1_000_000;

    /** The maximum number of messages of a page. */
    static final int SIZE = 50;

    /** The conversation of a case about which nobody has written. */
    static final ConversationPage EMPTY = new ConversationPage(1, List.of(), false);

    /** Returns the latest message; empty if there is none. */
    public Optional<MessageView> latest() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
    }

    /** Returns whether the latest message is that text of that advisor. */
    boolean endsWithMessageOf(String advisor, String text) {
        return latest().filter(message -> message.kind() == MessageKind.ADVISOR
                        && message.author().equals(advisor)
                        && message.text().equals(text))
                .isPresent();
    }
}
