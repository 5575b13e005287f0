package dev.certpath.cases;

import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.repository.Repository;

/** Stores the conversations between students and advisors. */
interface MessageRepository extends Repository<Message, Long> {

    Message save(Message message);

    Optional<Message> findById(Long id);

    /** Finds a page of the messages of a case, newest first, and whether there are older ones. */
    Slice<Message> findByCaseIdOrderByIdDesc(Long caseId, Pageable page);

    void deleteByCaseIdAndKind(Long caseId, String kind);

    /** Deletes the messages of a case of one kind. */
    default void delete(Long caseId, MessageKind kind) {
        deleteByCaseIdAndKind(caseId, kind.toString());
    }
}
