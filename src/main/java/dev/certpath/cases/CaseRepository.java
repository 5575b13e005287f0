package dev.certpath.cases;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores cases and the documents with their recommendations. */
interface CaseRepository extends Repository<Case, Long> {

    Case saveAndFlush(Case entity);

    Optional<Case> findById(Long id);

    Optional<Case> findByPublicId(String publicId);

    @Modifying
    @Query("delete from Case c where c.publicId = :publicId")
    void deleteByPublicId(String publicId);

    Optional<Case> findByIdempotencyKey(String idempotencyKey);

    /** Inserts a document, unless one with this digest exists. */
    @Modifying
    @Query(
            value = "insert into documents (digest, content) values (:digest, :content) on conflict do nothing",
            nativeQuery = true)
    void insertDocumentIfAbsent(String digest, String content);

    @Query(value = "select content from documents where digest = :digest", nativeQuery = true)
    Optional<String> findDocument(String digest);
}
