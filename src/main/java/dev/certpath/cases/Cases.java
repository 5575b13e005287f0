package dev.certpath.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All cases. */
interface Cases extends Repository<Case, Long> {

    Case saveAndFlush(Case opened);

    Optional<Case> findByAddress(String address);

    @Modifying
    @Query("delete from Case c where c.address = :address")
    void deleteByAddress(String address);

    Optional<Case> findByRequestKey(String requestKey);

    @Query("""
            select new dev.certpath.cases.CaseRow(
                c.id, c.address, c.reference, c.openedAt, c.firstTrack, c.secondTrack, c.firmness, c.leadPoints,
                c.review.by)
            from Case c
            where (:firstTrack = '' or c.firstTrack = :firstTrack)
              and (:reference = '' or c.reference = :reference)
              and c.id < :before
            order by c.id desc
            """)
    List<CaseRow> list(String firstTrack, String reference, long before, Limit limit);

    /** Keeps a document, unless it is kept already. */
    @Modifying
    @Query(
            value = "insert into documents (digest, content) values (:digest, :content) on conflict do nothing",
            nativeQuery = true)
    void keep(String digest, String content);

    @Query(value = "select content from documents where digest = :digest", nativeQuery = true)
    Optional<String> document(String digest);
}
