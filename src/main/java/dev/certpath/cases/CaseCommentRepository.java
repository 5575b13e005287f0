package dev.certpath.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Stores the notes that advisors write for each other. */
interface CaseCommentRepository extends Repository<CaseComment, Long> {

    CaseComment save(CaseComment comment);

    /** Finds the notes about a case, newest first. */
    List<CaseComment> findByCaseIdOrderByIdDesc(Long caseId);
}
