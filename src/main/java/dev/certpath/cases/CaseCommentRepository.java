package dev.certpath.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** What advisors wrote about cases. */
interface CaseCommentRepository extends Repository<CaseComment, Long> {

    CaseComment save(CaseComment written);

    List<CaseComment> findByCaseIdAndAudienceOrderByIdDesc(Long caseId, String audience);
}
