package dev.certpath.cases.statistics;

import dev.certpath.cases.statistics.ExamCaseCount.WaitingCase;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the cases that name one of some exams: all of them by their documents, which are few, and those that wait among the open ones. */
@Service
public class ExamCaseService {

    private static final String ALL = """
            select count(c) from Case c where c.documentId in
              (select d.id from Document d where d.firstExam in :exams or d.secondExam in :exams)""";

    private static final String WAITING = """
            from Case c where c.active = true and c.waitingSince is not null
              and (c.firstExam in :exams or c.secondExam in :exams)""";

    private static final int MAX_WAITING = 20;

    private final EntityManager entityManager;

    ExamCaseService(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Counts the cases whose first or second exam is one of these, by their codes. */
    @Transactional(readOnly = true)
    public ExamCaseCount count(Collection<String> exams) {
        return new ExamCaseCount(
                count(ALL, exams), count("select count(c) " + WAITING, exams), findLongestWaiting(exams));
    }

    private List<WaitingCase> findLongestWaiting(Collection<String> exams) {
        return entityManager
                .createQuery(
                        "select c.publicId, c.reference " + WAITING + " order by c.waitingSince", WaitingCase.class)
                .setParameter("exams", exams)
                .setMaxResults(MAX_WAITING)
                .getResultList();
    }

    private long count(String query, Collection<String> exams) {
        return entityManager
                .createQuery(query, Long.class)
                .setParameter("exams", exams)
                .getSingleResult();
    }
}
