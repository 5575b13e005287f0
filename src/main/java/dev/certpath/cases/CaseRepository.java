package dev.certpath.cases;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All cases. */
interface CaseRepository extends Repository<Case, Long> {

    Case saveAndFlush(Case opened);

    Optional<Case> findById(Long id);

    Optional<Case> findByAddress(String address);

    @Modifying
    @Query("delete from Case c where c.address = :address")
    void deleteByAddress(String address);

    Optional<Case> findByRequestKey(String requestKey);

    /** Keeps a document, unless it is kept already. */
    @Modifying
    @Query(
            value = "insert into documents (digest, content) values (:digest, :content) on conflict do nothing",
            nativeQuery = true)
    void keep(String digest, String content);

    @Query(value = "select content from documents where digest = :digest", nativeQuery = true)
    Optional<String> document(String digest);
}
