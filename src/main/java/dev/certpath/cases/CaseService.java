package dev.certpath.cases;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Answers;
import dev.certpath.recommend.Recommendation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The use cases of students and of API clients: saving a recommendation, asking an advisor, deleting. */
@Service
public class CaseService {

    /** How many messages about one case a student can send on one day. */
    private static final int MAX_MESSAGES_PER_DAY = 20;

    /** The types of events that are messages of a student. */
    private static final List<String> MESSAGE_TYPES = List.of(CaseEvent.ASKED, CaseEvent.WROTE);

    private final CurrentGuide currentGuide;
    private final RecommendationJsonMapper json;
    private final CaseRepository cases;
    private final DocumentRepository documents;
    private final ContactRepository contacts;
    private final MessageRepository messages;
    private final Conversations conversations;
    private final CaseEventRepository events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final CollisionRetry transactions;

    CaseService(
            CurrentGuide currentGuide,
            RecommendationJsonMapper json,
            CaseRepository cases,
            DocumentRepository documents,
            ContactRepository contacts,
            MessageRepository messages,
            Conversations conversations,
            CaseEventRepository events,
            ApplicationEventPublisher publisher,
            Clock clock,
            CollisionRetry transactions) {
        this.currentGuide = currentGuide;
        this.json = json;
        this.cases = cases;
        this.documents = documents;
        this.contacts = contacts;
        this.messages = messages;
        this.conversations = conversations;
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Recommends certifications and saves the recommendation. It is committed when this method returns.
     *
     * @param answers the student's answers
     * @param asOf the day for which exams are looked up
     * @param cohort where the student came from, if known
     */
    public SavedRecommendation save(Answers answers, LocalDate asOf, Optional<Cohort> cohort) {
        return transactions.execute(
                () -> insert(currentGuide.get().recommender().recommend(answers, asOf), cohort, Optional.empty()));
    }

    /**
     * Recommends certifications and saves the recommendation, once for all requests with the same key and body.
     *
     * @param answers the student's answers
     * @param asOf the day for which exams are looked up
     * @param cohort where the student came from, if known; it is not part of the body, and the first one is kept
     * @param request identifies the request
     * @throws IdempotencyKeyReusedException if the key was used with another body
     */
    public SaveResult save(Answers answers, LocalDate asOf, Optional<Cohort> cohort, IdempotencyKey request) {
        return transactions.execute(() -> findOrSave(answers, asOf, cohort, request));
    }

    /** Finds a recommendation by its public id. */
    @Transactional(readOnly = true)
    public Optional<SavedRecommendation> find(String id) {
        return cases.findByPublicId(id).map(this::toSavedRecommendation);
    }

    /** Finds the part of a recommendation that everyone may see who has its read-only address, by the id in it. */
    @Transactional(readOnly = true)
    public Optional<SharedRecommendation> findShared(String shareId) {
        return cases.findByShareId(shareId).map(this::toSharedRecommendation);
    }

    /** Finds the primary key of a case by the id of its read-only address, for what is stored with it. */
    @Transactional(readOnly = true)
    public Optional<Long> findKey(String shareId) {
        return cases.findByShareId(shareId).map(Case::id);
    }

    /**
     * Finds a page of the conversation about a case.
     *
     * @param id the public id of the case
     * @param number the number of the page, from 1
     * @return the page; empty if there is no such case or page
     */
    @Transactional(readOnly = true)
    public Optional<ConversationPage> findConversationPage(String id, int number) {
        return cases.findByPublicId(id)
                .map(entity -> conversations.page(entity.id(), number))
                .filter(page -> !page.messages().isEmpty() || number == 1);
    }

    /**
     * Asks an advisor to look at a case, or writes to the advisors again, on behalf of its student. Opens the case again
     * if it was decided or closed. The contact details are stored apart from the case. Does nothing if it adds nothing to
     * what the student sent last, as after a double click.
     *
     * @param id the public id of the case
     * @param contact the contact details; what is empty of them stays as it is
     * @param text the message, which may be empty
     * @return whether there is a case with this id
     * @throws MessageLimitExceededException if the student has written too often on this day, in UTC
     */
    public boolean askAdvisor(String id, ContactDetails contact, String text) {
        return transactions.execute(() -> {
            var entity = cases.findByPublicId(id);
            entity.ifPresent(found -> askAdvisor(found, contact, text));
            return entity.isPresent();
        });
    }

    /**
     * Erases what the student of a case entered: the contact details and the messages. What advisors wrote stays.
     *
     * @return whether there is a case with this id
     */
    public boolean withdrawContact(String id) {
        return transactions.execute(() -> {
            var entity = cases.findByPublicId(id);
            entity.ifPresent(this::withdrawContact);
            return entity.isPresent();
        });
    }

    /**
     * Deletes a case with its contact, its conversation, its notes and its timeline permanently. Does nothing if there is no case with
     * this id.
     */
    @Transactional
    public void delete(String id) {
        cases.deleteByPublicId(id);
    }

    /** Returns a case as its student sees it. */
    SavedRecommendation toSavedRecommendation(Case entity) {
        return toSavedRecommendation(entity, readRecommendation(entity));
    }

    private SharedRecommendation toSharedRecommendation(Case entity) {
        return new SharedRecommendation(
                entity.shareId(),
                entity.reference(),
                entity.openedAt(),
                readRecommendation(entity),
                entity.decision().map(SharedRecommendation.Decision::of));
    }

    private Recommendation readRecommendation(Case entity) {
        var document = documents.findContent(entity.documentId()).orElseThrow();
        return json.readStored(document, entity.asOf());
    }

    private SavedRecommendation toSavedRecommendation(Case entity, Recommendation recommendation) {
        return new SavedRecommendation(
                entity.publicId(),
                entity.shareId(),
                entity.reference(),
                entity.cohort(),
                entity.openedAt(),
                recommendation,
                entity.decision(),
                progress(entity),
                entity.version());
    }

    private void askAdvisor(Case entity, ContactDetails given, String text) {
        var stored = contacts.findById(entity.id()).map(Contact::toDetails);
        var contact = given.orElse(stored.orElse(ContactDetails.NONE));
        boolean isSameContact = stored.orElse(ContactDetails.NONE).equals(contact);
        if (entity.isAskedAndOpen() && isSameContact && (text.isEmpty() || isLatest(entity, text))) {
            return;
        }
        var now = clock.instant();
        checkMessageLimit(entity, now);
        var event = entity.askAdvisor(now);
        cases.saveAndFlush(entity); // first, so that a concurrent change or deletion fails here
        events.save(event);
        if (!isSameContact || !text.isEmpty()) {
            contacts.save(new Contact(entity.id(), contact, now));
        }
        if (!text.isEmpty()) {
            messages.save(Message.byStudent(entity.id(), text, now));
        }
        publisher.publishEvent(new StudentMessageEvent(entity.id(), now));
    }

    /** Returns whether the conversation ends with that message of the student. */
    private boolean isLatest(Case entity, String text) {
        return conversations
                .page(entity.id(), 1)
                .latest()
                .filter(message -> message.isByStudent() && message.text().equals(text))
                .isPresent();
    }

    private void checkMessageLimit(Case entity, Instant now) {
        var today = now.truncatedTo(ChronoUnit.DAYS);
        long sent = events.countByCaseIdAndTypeInAndHappenedAtGreaterThanEqual(entity.id(), MESSAGE_TYPES, today);
        if (sent >= MAX_MESSAGES_PER_DAY) {
            throw new MessageLimitExceededException(Duration.between(now, today.plus(1, ChronoUnit.DAYS)));
        }
    }

    private void withdrawContact(Case entity) {
        if (contacts.findById(entity.id()).isEmpty()) {
            return;
        }
        var event = entity.withdrawContact(clock.instant());
        cases.saveAndFlush(entity); // first, so that a concurrent change or deletion fails here
        events.save(event);
        contacts.deleteByCaseId(entity.id());
        messages.delete(entity.id(), MessageKind.STUDENT);
    }

    private CaseProgress progress(Case entity) {
        if (entity.hasNoEvents()) {
            return new CaseProgress(entity.status(), Optional.empty(), Optional.empty(), ConversationPage.EMPTY);
        }
        return new CaseProgress(
                entity.status(),
                entity.askedAt(),
                contacts.findById(entity.id()).map(Contact::toDetails).map(ContactSummary::of),
                conversations.page(entity.id(), 1));
    }

    private SaveResult findOrSave(Answers answers, LocalDate asOf, Optional<Cohort> cohort, IdempotencyKey request) {
        var existing = cases.findByIdempotencyKey(request.key());
        if (existing.isPresent() && !existing.get().wasCreatedBy(request)) {
            throw new IdempotencyKeyReusedException();
        }
        return existing.map(entity -> new SaveResult(toSavedRecommendation(entity), false))
                .orElseGet(() -> new SaveResult(
                        insert(currentGuide.get().recommender().recommend(answers, asOf), cohort, Optional.of(request)),
                        true));
    }

    /** Inserts a case, and returns it without reading it again. */
    private SavedRecommendation insert(
            Recommendation recommendation, Optional<Cohort> cohort, Optional<IdempotencyKey> request) {
        var entity = new Case(recommendation, findOrInsertDocument(recommendation), cohort, clock.instant());
        request.ifPresent(entity::setRequest);
        return toSavedRecommendation(cases.saveAndFlush(entity), recommendation);
    }

    private int findOrInsertDocument(Recommendation recommendation) {
        var document = RecommendationDocument.of(json.writeStored(recommendation));
        return documents.findIdByDigest(document.digest()).orElseGet(() -> insertDocument(recommendation, document));
    }

    private int insertDocument(Recommendation recommendation, RecommendationDocument document) {
        documents.insertContentIfAbsent(document.digest(), document.content());
        return documents
                .saveAndFlush(new Document(recommendation, document.digest()))
                .id();
    }
}
