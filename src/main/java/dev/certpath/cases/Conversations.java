package dev.certpath.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Reads the conversations between students and advisors. */
@Component
class Conversations {

    private final MessageRepository messages;

    Conversations(MessageRepository messages) {
        this.messages = messages;
    }

    /** Returns a page of the conversation of a case, from 1. It has no messages if there is no such page. */
    ConversationPage page(Long caseId, int number) {
        var slice = messages.findByCaseIdOrderByIdDesc(caseId, PageRequest.of(number - 1, ConversationPage.SIZE));
        List<MessageView> oldestFirst =
                new ArrayList<>(slice.stream().map(Message::toView).toList());
        Collections.reverse(oldestFirst);
        return new ConversationPage(number, List.copyOf(oldestFirst), slice.hasNext());
    }
}
