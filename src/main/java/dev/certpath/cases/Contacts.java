package dev.certpath.cases;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Everyone who asked. */
interface Contacts extends Repository<Contact, Long> {

    Contact save(Contact given);

    Optional<Contact> findById(Long caseId);

    int deleteByCaseId(Long caseId);
}
