package dev.certpath.cases.statistics;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the cases that name an exam: all of them by their documents, which are few, and those that wait among the open ones. */
@Service
public class ExamCaseService {

    private static final String ALL = """
            select count(c) from Case c where c.documentId in
              (select d.id from Document d where d.firstExam = :exam or d.secondExam = :exam)""";

    private static final String WAITING = """
            select count(c) from Case c where c.active = true and c.waitingSince is not null
              and (c.firstExam = :exam or c.secondExam = :exam)""";

    private final EntityManager entityManager;

    ExamCaseService(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Counts the cases that name an exam. */
    @Transactional(readOnly = true)
    public ExamCaseCount count(String exam) {
        return new ExamCaseCount(count(ALL, exam), count(WAITING, exam));
    }

    private long count(String query, String exam) {
        return entityManager
                .createQuery(query, Long.class)
                .setParameter("exam", exam)
                .getSingleResult();
    }
}
