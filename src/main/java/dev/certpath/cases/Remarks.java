package dev.certpath.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** What advisors wrote about cases. */
interface Remarks extends Repository<Remark, Long> {

    Remark save(Remark written);

    List<Remark> findByCaseIdAndAudienceOrderByIdDesc(Long caseId, String audience);
}
