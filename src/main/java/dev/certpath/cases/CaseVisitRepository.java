package dev.certpath.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** When advisors last looked at cases. */
interface CaseVisitRepository extends Repository<CaseVisit, Long> {

    List<CaseVisit> findByCaseId(Long caseId);

    CaseVisit saveAndFlush(CaseVisit visit);
}
