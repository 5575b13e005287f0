package dev.certpath.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and changes the draft. A change of another version than the expected one does nothing and returns false. */
@Repository
class DraftRepository {

    private final JdbcClient database;

    DraftRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Draft> find() {
        return database.sql("select * from guide_draft where content is not null")
                .query(DraftRepository::toDraft)
                .optional();
    }

    /** Begins a draft; false if there is one. */
    boolean start(String content, int basedOn, Instant now, @Nullable String admin) {
        return database.sql("""
                                update guide_draft set content = :content, version = version + 1, based_on = :basedOn,
                                  changed_at = :now, changed_by = :admin
                                where content is null""")
                        .param("content", content)
                        .param("basedOn", basedOn)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("admin", admin)
                        .update()
                == 1;
    }

    boolean save(long version, String content, Instant now, String admin) {
        return database.sql("""
                                update guide_draft set content = :content, version = version + 1, changed_at = :now,
                                  changed_by = :admin
                                where version = :version and content is not null""")
                        .param("content", content)
                        .param("version", version)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("admin", admin)
                        .update()
                == 1;
    }

    boolean delete(long version) {
        return database.sql("""
                                update guide_draft set content = null, version = version + 1
                                where version = :version and content is not null""").param("version", version).update() == 1;
    }

    /** Returns whether an edition of a release became a draft before. */
    boolean wasShipped(String sha256) {
        return database.sql("select count(*) from guide_shipped_drafts where sha256 = :sha256")
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insertShipped(String sha256) {
        database.sql("insert into guide_shipped_drafts (sha256) values (:sha256)")
                .param("sha256", sha256)
                .update();
    }

    private static Draft toDraft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("content"),
                row.getLong("version"),
                row.getInt("based_on"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("changed_by")));
    }
}
