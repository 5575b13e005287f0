package dev.certpath.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Reads and adds editions and publications. Nothing is deleted, and nothing is changed but that a
 * publication is taken back before its day.
 */
@Repository
class EditionRepository {

    private final JdbcClient database;

    EditionRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The edition and the exams in force, read at one moment.
     *
     * @param version the number that every change raises
     * @param publication the publication of the edition
     * @param editionContent the edition as YAML
     * @param exams the revision of the exams
     * @param examsContent the exams as YAML
     * @param nextChange when another edition comes into force; empty if none does
     */
    record StoredGuide(
            long version,
            Publication publication,
            String editionContent,
            ExamRevision exams,
            String examsContent,
            Optional<Instant> nextChange) {}

    /** Reads the number that every change raises. */
    long version() {
        return database.sql("select version from guide_state where id = 1")
                .query(Long.class)
                .single();
    }

    /** Raises that number. Other changes wait here until the transaction ends. */
    void raiseVersion() {
        database.sql("update guide_state set version = version + 1 where id = 1")
                .update();
    }

    /** Finds what is in force, in one statement: several could see a change between them. */
    StoredGuide findInForce(Instant now) {
        return database.sql("""
                        select s.version, p.*, e.content as edition_content, x.revision, x.changed_at, x.changed_by,
                          x.reason as exam_reason, x.exam, x.restores, x.content as exams_content,
                          (select min(n.in_force_from) from guide_publications n
                            where n.in_force_from > :now and n.withdrawn_at is null) as next_change
                        from guide_state s
                          cross join guide_publications p
                          join guide_editions e on e.number = p.edition
                          cross join exam_revisions x
                        where p.id = (select c.id from guide_publications c
                            where c.in_force_from <= :now and c.withdrawn_at is null order by c.in_force_from desc, c.id desc fetch first 1 row only)
                          and x.revision = (select max(r.revision) from exam_revisions r)""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(EditionRepository::toStoredGuide)
                .single();
    }

    /** Returns whether there are editions. */
    boolean hasEditions() {
        return database.sql("select count(*) from guide_editions")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Finds the numbers of all editions, in order. */
    List<Integer> findNumbers() {
        return database.sql("select number from guide_editions order by number")
                .query(Integer.class)
                .list();
    }

    /** The number of the next edition. */
    int nextNumber() {
        return database.sql("select max(number) + 1 from guide_editions")
                .query(Integer.class)
                .single();
    }

    /** Returns whether there is an edition with this text. */
    boolean hasContent(String content) {
        return database.sql("select count(*) from guide_editions where content = :content")
                        .param("content", content)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Finds all publications, the one that comes into force last first. */
    List<PublicationEntry> findPublications() {
        return database.sql("select * from guide_publications order by in_force_from desc, id desc")
                .query((row, number) -> toEntry(row))
                .list();
    }

    /**
     * Finds the edition that was in force before another one came into force, or else the one with the number before it;
     * empty for the first.
     */
    Optional<Integer> findPrevious(Publication publication) {
        return database.sql("""
                        select coalesce(
                          (select edition from guide_publications
                            where in_force_from < :from and withdrawn_at is null and edition <> :edition
                            order by in_force_from desc, id desc fetch first 1 row only),
                          (select max(number) from guide_editions where number < :edition))""")
                .param("from", publication.inForceFrom().atOffset(ZoneOffset.UTC))
                .param("edition", publication.edition())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single();
    }

    /** Takes a publication back; false if its day has come, or if it was taken back before. */
    boolean withdraw(long publication, Instant now, String admin) {
        return database.sql("""
                                update guide_publications set withdrawn_at = :now, withdrawn_by = :admin
                                where id = :id and in_force_from > :now and withdrawn_at is null""")
                        .param("id", publication)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("admin", admin)
                        .update()
                == 1;
    }

    /** Finds an edition as YAML. */
    Optional<String> findContent(int number) {
        return database.sql("select content from guide_editions where number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    void insertEdition(int number, String content, Instant now) {
        database.sql("insert into guide_editions (number, content, added_at) values (:number, :content, :now)")
                .param("number", number)
                .param("content", content)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Inserts a publication with the dry run that its admin saw, and returns its number. */
    long insertPublication(Publication publication, Optional<Long> dryRun) {
        var keys = new GeneratedKeyHolder();
        database.sql("""
                        insert into guide_publications (edition, in_force_from, reason, published_at, published_by, dry_run)
                        values (:edition, :from, :reason, :at, :by, :dryRun)""")
                .param("edition", publication.edition())
                .param("from", publication.inForceFrom().atOffset(ZoneOffset.UTC))
                .param("reason", publication.reason())
                .param("at", publication.publishedAt().atOffset(ZoneOffset.UTC))
                .param("by", publication.publishedBy().orElse(null))
                .param("dryRun", dryRun.orElse(null))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    private static StoredGuide toStoredGuide(ResultSet row, int number) throws SQLException {
        return new StoredGuide(
                row.getLong("version"),
                toPublication(row),
                row.getString("edition_content"),
                ExamRevisionRepository.toRevision(row),
                row.getString("exams_content"),
                Optional.ofNullable(instant(row, "next_change")));
    }

    private static Publication toPublication(ResultSet row) throws SQLException {
        return new Publication(
                row.getInt("edition"),
                requiredInstant(row, "in_force_from"),
                row.getString("reason"),
                requiredInstant(row, "published_at"),
                Optional.ofNullable(row.getString("published_by")));
    }

    private static PublicationEntry toEntry(ResultSet row) throws SQLException {
        var withdrawnAt = Optional.ofNullable(instant(row, "withdrawn_at"));
        var withdrawnBy = row.getString("withdrawn_by");
        return new PublicationEntry(
                row.getLong("id"),
                toPublication(row),
                Optional.ofNullable(row.getObject("dry_run", Long.class)),
                withdrawnAt.map(at -> new PublicationEntry.Withdrawal(at, withdrawnBy)));
    }

    private static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
