package dev.certpath.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** Stores the notes and messages of cases. */
interface CaseCommentRepository extends Repository<CaseComment, Long> {

    CaseComment save(CaseComment comment);

    List<CaseComment> findByCaseIdAndAudienceOrderByIdDesc(Long caseId, String audience);

    /** Finds the comments of a case for an audience, newest first. */
    default List<CaseComment> findNewestFirst(Long caseId, CommentAudience audience) {
        return findByCaseIdAndAudienceOrderByIdDesc(caseId, audience.toString());
    }
}
