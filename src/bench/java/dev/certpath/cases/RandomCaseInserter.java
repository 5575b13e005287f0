package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.springframework.test.util.ReflectionTestUtils;

/** Inserts cases with their documents, timelines, contacts and messages. */
final class RandomCaseInserter implements AutoCloseable {

    private final PreparedStatement contents;
    private final EntityInserter documents;
    private final EntityInserter cases;
    private final EntityInserter events;
    private final EntityInserter contacts;
    private final EntityInserter messages;
    private final Map<String, Integer> documentIds = new HashMap<>();
    private long lastCase;
    private long lastEvent;
    private long lastMessage;

    RandomCaseInserter(SharedSessionContractImplementor session, Connection connection) throws SQLException {
        contents = connection.prepareStatement("insert into document_contents (digest, content) values (?, ?)");
        documents = new EntityInserter(Document.class, session, connection);
        cases = new EntityInserter(Case.class, session, connection);
        events = new EntityInserter(CaseEvent.class, session, connection);
        contacts = new EntityInserter(Contact.class, session, connection);
        messages = new EntityInserter(Message.class, session, connection);
    }

    /** Returns the key of the document with this content. A new one is added to the batch. */
    int documentId(Recommendation recommendation, RecommendationDocument document) throws SQLException {
        var known = documentIds.get(document.digest());
        if (known != null) {
            return known;
        }
        int id = documentIds.size() + 1;
        documentIds.put(document.digest(), id);
        contents.setString(1, document.digest());
        contents.setString(2, document.content());
        contents.addBatch();
        var entity = new Document(recommendation, document.digest());
        ReflectionTestUtils.setField(entity, "id", id);
        documents.add(entity);
        return id;
    }

    /** Adds a case to the batch. */
    void add(RandomCase next) throws SQLException {
        lastCase = next.entity().id();
        cases.add(next.entity());
        for (CaseEvent event : next.events()) {
            ReflectionTestUtils.setField(event, "id", ++lastEvent);
            events.add(event);
        }
        if (next.contact().isPresent()) {
            contacts.add(next.contact().get());
        }
        for (Message message : next.messages()) {
            ReflectionTestUtils.setField(message, "id", ++lastMessage);
            messages.add(message);
        }
    }

    /** Inserts the batch. */
    void execute() throws SQLException {
        contents.executeBatch();
        documents.execute();
        cases.execute();
        events.execute();
        contacts.execute();
        messages.execute();
    }

    /** Lets the database generate keys after those that were inserted. */
    void restartIds(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter table documents alter column id restart with " + (documentIds.size() + 1));
            statement.execute("alter table cases alter column id restart with " + (lastCase + 1));
            statement.execute("alter table case_events alter column id restart with " + (lastEvent + 1));
            statement.execute("alter table messages alter column id restart with " + (lastMessage + 1));
        }
    }

    @Override
    public void close() throws SQLException {
        contents.close();
        documents.close();
        cases.close();
        events.close();
        contacts.close();
        messages.close();
    }
}
