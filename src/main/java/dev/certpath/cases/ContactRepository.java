package dev.certpath.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everyone who asked. */
interface ContactRepository extends Repository<Contact, Long> {

    Contact save(Contact given);

    Optional<Contact> findById(Long caseId);

    int deleteByCaseId(Long caseId);

    /** The cases with a contact on which nothing was done since then, in their order after that one. */
    @Query("""
            select contact.caseId from Contact contact join Case asked on asked.id = contact.caseId
            where asked.changedAt <= :lastAct and contact.caseId > :after order by contact.caseId""")
    List<Long> findDue(Instant lastAct, long after, Limit most);
}
