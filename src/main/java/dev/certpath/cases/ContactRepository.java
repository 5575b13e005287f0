package dev.certpath.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores the contact details of students. */
interface ContactRepository extends Repository<Contact, Long> {

    Contact save(Contact contact);

    Optional<Contact> findById(Long caseId);

    void deleteByCaseId(Long caseId);

    /**
     * Finds the cases that have contact details and were not changed after a point in time, in the order of their ids.
     *
     * @param lastChange the latest time of the last change
     * @param after the id after which to start
     * @param limit the maximum number of ids
     */
    @Query("""
            select contact.caseId from Contact contact join Case c on c.id = contact.caseId
            where c.changedAt <= :lastChange and contact.caseId > :after order by contact.caseId""")
    List<Long> findExpired(Instant lastChange, long after, Limit limit);
}
