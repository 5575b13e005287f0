package dev.certpath.cases;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores documents and their JSON. */
interface DocumentRepository extends Repository<Document, Integer> {

    Document saveAndFlush(Document document);

    @Query("select d.id from Document d where d.digest = :digest")
    Optional<Integer> findIdByDigest(String digest);

    /** Inserts the JSON of a document, unless it exists. */
    @Modifying
    @Query(
            value = "insert into document_contents (digest, content) values (:digest, :content) on conflict do nothing",
            nativeQuery = true)
    void insertContentIfAbsent(String digest, String content);

    @Query(
            value =
                    "select c.content from document_contents c join documents d on d.digest = c.digest where d.id = :id",
            nativeQuery = true)
    Optional<String> findContent(int id);
}
