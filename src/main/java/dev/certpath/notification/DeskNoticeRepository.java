package dev.certpath.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores which cases the next mail to the desk is about. */
class DeskNoticeRepository {

    private final JdbcClient database;

    DeskNoticeRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * A case whose student asked.
     *
     * @param caseId the primary key of the case
     * @param askedAt when the student asked last
     */
    record Notice(long caseId, Instant askedAt) {}

    /** Adds a case. Requests of one student don't run at the same time, because each changes the case. */
    void add(long caseId, Instant askedAt) {
        var time = askedAt.atOffset(ZoneOffset.UTC);
        int updated = database.sql("update desk_notices set asked_at = ? where case_id = ?")
                .params(time, caseId)
                .update();
        if (updated == 0) {
            database.sql("insert into desk_notices (asked_at, case_id) values (?, ?)")
                    .params(time, caseId)
                    .update();
        }
    }

    /** Finds all of them, the earliest first. */
    List<Notice> findAll() {
        return database.sql("select case_id, asked_at from desk_notices order by asked_at, case_id")
                .query((row, number) -> new Notice(
                        row.getLong("case_id"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Deletes these, but not those whose student has asked again since. */
    void delete(List<Notice> notices) {
        notices.forEach(notice -> database.sql("delete from desk_notices where case_id = ? and asked_at = ?")
                .params(notice.caseId(), notice.askedAt().atOffset(ZoneOffset.UTC))
                .update());
    }
}
