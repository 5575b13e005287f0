package dev.certpath.cases;

import dev.certpath.text.SearchText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message in the conversation between the student of a case and advisors. The order of the ids is its order. */
@Entity
@Table(name = "messages")
public class Message {

    /**
     * How much of a folded text is searched, which is all of it unless it consists of ligatures: one character can become
     * eighteen.
     */
    private static final int MAX_SEARCH_TEXT_LENGTH = 2 * MessageView.MAX_TEXT_LENGTH;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "case_id")
    private Long caseId;

    private String kind;

    private String author;

    private String text;

    /** What the student wrote, as it is searched; empty for messages of advisors. */
    @Column(name = "search_text")
    private String searchText;

    @Column(name = "written_at")
    private Instant writtenAt;

    protected Message() {}

    private Message(Long caseId, MessageKind kind, String author, String text, String searchText, Instant at) {
        this.caseId = caseId;
        this.kind = kind.toString();
        this.author = author;
        this.text = text;
        this.searchText = searchText;
        this.writtenAt = at.truncatedTo(ChronoUnit.MILLIS);
    }

    static Message byStudent(Long caseId, String text, Instant at) {
        return new Message(caseId, MessageKind.STUDENT, "", text, SearchText.of(MAX_SEARCH_TEXT_LENGTH, text), at);
    }

    static Message byAdvisor(Long caseId, CaseAction.MessageToStudent message, String advisor, Instant at) {
        return new Message(caseId, message.kind(), advisor, message.text(), "", at);
    }

    /** Returns the primary key. */
    Long id() {
        return Objects.requireNonNull(id, "The message is not saved yet");
    }

    Long caseId() {
        return caseId;
    }

    MessageView toView() {
        return new MessageView(MessageKind.of(kind), text, author, writtenAt);
    }
}
