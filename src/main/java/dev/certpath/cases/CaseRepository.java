package dev.certpath.cases;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores cases. */
interface CaseRepository extends Repository<Case, Long> {

    Case saveAndFlush(Case entity);

    Optional<Case> findById(Long id);

    Optional<Case> findByPublicId(String publicId);

    Optional<Case> findByShareId(String shareId);

    @Modifying
    @Query("delete from Case c where c.publicId = :publicId")
    void deleteByPublicId(String publicId);

    Optional<Case> findByIdempotencyKey(String idempotencyKey);
}
