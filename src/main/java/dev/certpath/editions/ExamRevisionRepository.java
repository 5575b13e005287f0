package dev.certpath.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and adds revisions of the facts about exams. Nothing is changed or deleted. */
@Repository
class ExamRevisionRepository {

    private final JdbcClient database;

    ExamRevisionRepository(JdbcClient database) {
        this.database = database;
    }

    /** Finds a revision of the exams, which exists, without the facts. */
    ExamRevision find(int revision) {
        return findBefore(revision + 1, 1).get(0);
    }

    /** Finds revisions of the exams before a number, the latest first. */
    List<ExamRevision> findBefore(int before, int limit) {
        return database.sql("""
                        select revision, changed_at, changed_by, reason as exam_reason, exam, restores from exam_revisions
                        where revision < :before order by revision desc fetch first :limit rows only""")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> toRevision(row))
                .list();
    }

    /** Finds the number of the revision of the exams that is in force. */
    int findLatestNumber() {
        return database.sql("select max(revision) from exam_revisions")
                .query(Integer.class)
                .single();
    }

    /** Finds a revision of the exams as YAML. */
    String findContent(int revision) {
        return database.sql("select content from exam_revisions where revision = :revision")
                .param("revision", revision)
                .query(String.class)
                .single();
    }

    void insert(ExamRevision exams, String content) {
        database.sql("""
                        insert into exam_revisions (revision, content, changed_at, changed_by, reason, exam, restores)
                        values (:revision, :content, :at, :by, :reason, :exam, :restores)""")
                .param("revision", exams.revision())
                .param("content", content)
                .param("at", exams.changedAt().atOffset(ZoneOffset.UTC))
                .param("by", exams.changedBy().orElse(null))
                .param("reason", exams.reason())
                .param("exam", exams.exam().orElse(null))
                .param("restores", exams.restores().orElse(null))
                .update();
    }

    /** Reads the columns of a revision, without its facts. */
    static ExamRevision toRevision(ResultSet row) throws SQLException {
        return new ExamRevision(
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("changed_by")),
                row.getString("exam_reason"),
                Optional.ofNullable(row.getString("exam")),
                Optional.ofNullable(row.getObject("restores", Integer.class)));
    }
}
