package dev.certpath.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Stores the timelines of cases. Events can be added and read; no method changes or removes one. */
interface CaseEventRepository extends Repository<CaseEvent, Long> {

    CaseEvent save(CaseEvent event);

    List<CaseEvent> findByCaseIdOrderByIdDesc(Long caseId);
}
