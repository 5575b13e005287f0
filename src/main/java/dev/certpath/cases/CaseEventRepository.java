package dev.certpath.cases;

import java.time.Instant;
import java.util.Collection;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.repository.Repository;

/** Stores the timelines of cases. Events can be added and read; no method changes or removes one. */
interface CaseEventRepository extends Repository<CaseEvent, Long> {

    CaseEvent save(CaseEvent event);

    /** Finds a page of the events of a case, newest first, and whether there are older ones. */
    Slice<CaseEvent> findByCaseIdOrderByIdDesc(Long caseId, Pageable page);

    /** Counts the events of some types that happened to a case at or after a point in time. */
    long countByCaseIdAndTypeInAndHappenedAtGreaterThanEqual(Long caseId, Collection<String> types, Instant from);
}
