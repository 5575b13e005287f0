package dev.certpath.editions.dryrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Stores dry runs and the documents whose cases they change. */
@Repository
class DryRunRepository {

    private static final int BATCH_SIZE = 1000;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final JsonMapper mapper;

    DryRunRepository(JdbcClient database, JdbcTemplate batches, JsonMapper mapper) {
        this.database = database;
        this.batches = batches;
        this.mapper = mapper;
    }

    Optional<StoredDryRun> findLatest(DryRunRequest.Key key) {
        return database.sql("""
                        select id, content from guide_dry_runs
                        where edition_sha256 = :sha and guide_version = :version and compared_with = :edition
                        order by id desc fetch first 1 row only""")
                .param("sha", key.editionSha256())
                .param("version", key.guideVersion())
                .param("edition", key.comparedWith())
                .query((row, number) -> toDryRun(row))
                .optional();
    }

    Optional<StoredDryRun> find(long id) {
        return database.sql("select id, content from guide_dry_runs where id = :id")
                .param("id", id)
                .query((row, number) -> toDryRun(row))
                .optional();
    }

    boolean exists(long id, DryRunRequest.Key key) {
        return database.sql("""
                                select count(*) from guide_dry_runs where id = :id and edition_sha256 = :sha
                                  and guide_version = :version and compared_with = :edition""")
                        .param("id", id)
                        .param("sha", key.editionSha256())
                        .param("version", key.guideVersion())
                        .param("edition", key.comparedWith())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Inserts a dry run with the numbers of its changes by document, and returns its number. */
    @Transactional
    long insert(DryRunRequest.Key key, DryRun dryRun, Map<Integer, Integer> changedDocuments) {
        var keys = new GeneratedKeyHolder();
        database.sql("""
                        insert into guide_dry_runs (edition_sha256, guide_version, compared_with, counted_at, content)
                        values (:sha, :version, :edition, :at, :content)""")
                .param("sha", key.editionSha256())
                .param("version", key.guideVersion())
                .param("edition", key.comparedWith())
                .param("at", dryRun.countedAt().atOffset(ZoneOffset.UTC))
                .param("content", mapper.writeValueAsString(dryRun))
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKeyAs(Long.class));
        batches.batchUpdate(
                "insert into guide_dry_run_documents (dry_run, document, change_number) values (?, ?, ?)",
                changedDocuments.entrySet(),
                BATCH_SIZE,
                (statement, document) -> {
                    statement.setLong(1, id);
                    statement.setInt(2, document.getKey());
                    statement.setInt(3, document.getValue());
                });
        return id;
    }

    /** Deletes the dry runs that were counted before a time and belong to no publication. */
    void deleteUnpublishedBefore(Instant time) {
        database.sql("""
                        delete from guide_dry_runs where counted_at < :time
                          and not exists (select 1 from guide_publications p where p.dry_run = guide_dry_runs.id)""").param("time", time.atOffset(ZoneOffset.UTC)).update();
    }

    private StoredDryRun toDryRun(ResultSet row) throws SQLException {
        return new StoredDryRun(row.getLong("id"), mapper.readValue(row.getString("content"), DryRun.class));
    }
}
