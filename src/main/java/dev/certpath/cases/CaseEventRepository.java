package dev.certpath.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The timelines of all cases. Entries can be added and read; there is no way to change or remove one. */
interface CaseEventRepository extends Repository<CaseEvent, Long> {

    CaseEvent save(CaseEvent added);

    List<CaseEvent> findByCaseIdOrderByIdDesc(Long caseId);
}
