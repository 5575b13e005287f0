package dev.certpath.cases.search;

import dev.certpath.cases.CodeColumn;
import dev.certpath.editions.SavedAnswers;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for answers in the documents of saved recommendations. */
@Component
class SavedAnswersQuery implements SavedAnswers {

    private final EntityManager entityManager;

    SavedAnswersQuery(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean use(String question, String option) {
        return isInADocument(CodeColumn.answer(question, option));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean use(String question) {
        return isInADocument(" " + question + ":");
    }

    private boolean isInADocument(String codes) {
        return !entityManager
                .createQuery("select d.id from Document d where locate(:codes, d.answers) > 0", Object.class)
                .setParameter("codes", codes)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
