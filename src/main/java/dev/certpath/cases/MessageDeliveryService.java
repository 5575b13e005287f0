package dev.certpath.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what mails contain, when they are sent. */
@Service
public class MessageDeliveryService {

    private final CaseService caseService;
    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final MessageRepository messages;

    MessageDeliveryService(
            CaseService caseService, CaseRepository cases, ContactRepository contacts, MessageRepository messages) {
        this.caseService = caseService;
        this.cases = cases;
        this.contacts = contacts;
        this.messages = messages;
    }

    /**
     * Finds a message of an advisor and where to send it.
     *
     * @param messageId the primary key of the message
     * @return the message; empty if it was deleted, or if the student left no e-mail address or withdrew it
     */
    @Transactional(readOnly = true)
    public Optional<MessageDelivery> find(long messageId) {
        return messages.findById(messageId)
                .flatMap(message -> contacts.findById(message.caseId())
                        .map(Contact::toDetails)
                        .filter(contact -> !contact.email().isEmpty())
                        .flatMap(contact -> cases.findById(message.caseId())
                                .map(entity -> delivery(entity, message.toView(), contact))));
    }

    /** Finds the reference of a case by its primary key. */
    @Transactional(readOnly = true)
    public Optional<String> findReference(long caseId) {
        return cases.findById(caseId).map(Case::reference);
    }

    private MessageDelivery delivery(Case entity, MessageView message, ContactDetails contact) {
        var saved = caseService.toSavedRecommendation(entity);
        var decidedTracks = saved.decision()
                .filter(decision -> message.isDecision() && decision.at().equals(message.at()))
                .map(decision -> List.of(
                        saved.recommendation().track(decision.first()).name(),
                        saved.recommendation().track(decision.second()).name()))
                .orElse(List.of());
        return new MessageDelivery(
                message, contact.email(), contact.pageMayBeMailed(), saved.id(), saved.reference(), decidedTracks);
    }
}
