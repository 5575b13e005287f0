package dev.certpath.web.desk.review;

import dev.certpath.cases.MessageView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells what others have changed in a case since the advisor last looked at it.
 *
 * @param advisor the username of the advisor
 * @param lastVisit when the advisor last looked; empty if never, and then nothing is new
 */
public record ChangesSinceVisit(String advisor, Optional<Instant> lastVisit) {

    /** Returns whether a message is new. */
    public boolean includes(MessageView message) {
        return isNew(message.author(), message.at());
    }

    /** Returns whether an entry of the timeline is new. */
    public boolean includes(TimelineFormatter.Line line) {
        return isNew(line.actor(), line.at());
    }

    /** Counts the new ones of some messages. */
    public long count(List<MessageView> messages) {
        return messages.stream().filter(this::includes).count();
    }

    private boolean isNew(String author, Instant at) {
        return !author.equals(advisor) && lastVisit.filter(at::isAfter).isPresent();
    }
}
