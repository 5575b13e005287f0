package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Migrations that set new columns of existing cases. */
@OnEveryDatabase
class CaseMigrationIT {

    private static final Instant OPENED = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant ASKED = Instant.parse("2026-06-02T10:00:00Z");
    private static final Instant REVIEWED = Instant.parse("2026-06-03T09:30:00Z");

    private static final String DOCUMENT = """
            {"guideEdition": 1,
             "answers": {"employerCloud": ["aws", "azure"], "targetIndustry": "retail", "roleFocus": "mlops"},
             "first": {"track": "aws", "exam": {"code": "MLA-C01"}}, "second": {"track": "azure", "exam": {"code": "AI-103"}},
             "firmness": {"level": "clear", "lead": 8},
             "ranking": [{"reasons": [{"rule": "aws-role"}, {"rule": "aws-employer"}]}, {"reasons": [{"rule": "azure-role"}]}],
             "unknown": null}""";

    private final DriverManagerDataSource dataSource = newDatabase();
    private final JdbcClient database = JdbcClient.create(dataSource);
    private int caseNumber;

    /** The columns that version 3 adds and derives from others. */
    private record Progress(String status, @Nullable Instant changedAt, int events) {}

    /** The columns that version 7 adds. */
    private record Attention(boolean needsSomeone, @Nullable Instant waitingSince) {}

    private static DriverManagerDataSource newDatabase() {
        var settings = TestDatabase.current() == TestDatabase.POSTGRESQL
                ? PostgresServer.shared().orElseThrow().newDatabase()
                : List.of(
                        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                        "spring.datasource.username=sa",
                        "spring.datasource.password=");
        var values = settings.stream()
                .map(setting -> setting.substring(setting.indexOf('=') + 1))
                .toList();
        return new DriverManagerDataSource(values.get(0), values.get(1), values.get(2));
    }

    @BeforeEach
    void insertDocument() {
        migrateTo("2");
        database.sql("insert into documents (digest, content) values ('digest', ?)")
                .param(DOCUMENT)
                .update();
    }

    @Test
    void version3MarksReviewedCasesAsDecided() {
        insertCase("new");
        insertCase("reviewed");
        update("reviewed", "reviewed_first = 'aws', reviewed_second = 'azure', reviewed_by = 'ann'");
        updateTime("reviewed", "reviewed_at", REVIEWED);

        migrateTo("3");

        assertThat(progressOf("new")).isEqualTo(new Progress("NEW", OPENED, 0));
        assertThat(progressOf("reviewed")).isEqualTo(new Progress("DECIDED", REVIEWED, 0));
        migrateTo("latest");
    }

    @Test
    void version7MarksOpenCasesThatNeedSomeone() {
        migrateTo("3");
        var statuses = List.of("NEW", "IN_REVIEW", "DECIDED", "CLOSED");
        statuses.forEach(this::insertCasesWithStatus);
        migrateTo("6");

        migrateTo("7");

        for (var status : statuses) {
            boolean open = List.of("NEW", "IN_REVIEW").contains(status);
            var waitingSince = open ? ASKED : null;
            assertThat(attentionOf(status)).as(status).isEqualTo(new Attention(false, null));
            assertThat(attentionOf(status + " assigned")).as(status).isEqualTo(new Attention(open, null));
            assertThat(attentionOf(status + " asked")).as(status).isEqualTo(new Attention(open, waitingSince));
            assertThat(attentionOf(status + " assigned asked")).as(status).isEqualTo(new Attention(open, waitingSince));
        }
        migrateTo("latest");
    }

    @Test
    void version12GivesEachCaseItsOwnRandomShareId() {
        insertCase("one");
        insertCase("other");
        migrateTo("11");
        insertManyCases();

        migrateTo("12");

        assertThat(database.sql("select share_id from cases")
                        .query(String.class)
                        .list())
                .hasSize(12_000)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{26}"));
        assertThat(database.sql(
                                "select count(*) from cases where address = 'one' and cohort is null and document_id = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var afterwards =
                "insert into cases (address, share_id, reference, opened_at, as_of, document_id, guide_edition,"
                        + " first_track, second_track, firmness, lead_points, possible_firsts, first_exam, second_exam, rules,"
                        + " answers, changed_at, version) select 'new', share_id, 'NEW', opened_at, as_of, document_id,"
                        + " guide_edition, first_track, second_track, firmness, lead_points, possible_firsts, first_exam,"
                        + " second_exam, rules, answers, changed_at, 0 from cases where address = 'one'";
        assertThatThrownBy(() -> database.sql(afterwards).update())
                .as("two cases with the same share id")
                .isInstanceOf(DuplicateKeyException.class);
    }

    /** More than the migration handles in one batch. */
    private void insertManyCases() {
        var sql = "insert into cases (address, reference, opened_at, as_of, document_id, guide_edition, first_track,"
                + " second_track, firmness, lead_points, possible_firsts, first_exam, second_exam, rules, answers,"
                + " changed_at, version) values (?, ?, ?, date '2026-06-01', 1, 1, 'aws', 'azure', 'clear', 8, 1,"
                + " 'MLA-C01', 'AI-103', ' aws-role ', ' roleFocus:mlops ', ?, 0)";
        var opened = OPENED.atOffset(ZoneOffset.UTC);
        new JdbcTemplate(dataSource)
                .batchUpdate(
                        sql,
                        IntStream.rangeClosed(3, 12_000)
                                .mapToObj(number -> new Object[] {"case " + number, "N" + number, opened, opened})
                                .toList());
    }

    @Test
    void version13MovesMessagesInTheOrderOfWriting() {
        migrateTo("3");
        insertCase("one");
        insertCase("two");
        insertCase("three");
        migrateTo("11");
        var at = List.of(ASKED, ASKED.plusSeconds(60), ASKED.plusSeconds(120), ASKED.plusSeconds(180));
        insertContact("one", "Ann", "Is a Béta wise?", at.get(2));
        insertContact("two", "Ben", "", at.get(0));
        insertContact("three", "", "No name", at.get(1));
        insertComment("one", "student", "First answer", at.get(1));
        insertComment("one", "advisors", "Only for us", at.get(1));
        insertComment("one", "student", "Second answer", at.get(1));
        update("one", "reviewed_first = 'aws', reviewed_second = 'azure', reviewed_by = 'ann', review_words = 'So'");
        updateTime("one", "reviewed_at", at.get(3));

        migrateTo("13");

        assertThat(messagesOf("one"))
                .containsExactly(
                        "advisor ann First answer " + at.get(1),
                        "advisor ann Second answer " + at.get(1),
                        "student  Is a Béta wise? " + at.get(2),
                        "decision ann So " + at.get(3));
        assertThat(messagesOf("two")).isEmpty();
        assertThat(messagesOf("three")).containsExactly("student  No name " + at.get(1));
        assertThat(texts("select search_text from messages where kind = 'student' order by id"))
                .containsExactly("no name", "is a beta wise?");
        assertThat(texts("select words from remarks")).containsExactly("Only for us");
        assertThat(texts("select name from contacts order by case_id")).containsExactly("Ann", "Ben", "");
        migrateTo("latest");
    }

    private void insertContact(String address, String name, String note, Instant at) {
        database.sql("insert into contacts (case_id, name, email, note, given_at)"
                        + " values ((select id from cases where address = ?), ?, '', ?, ?)")
                .params(address, name, note, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insertComment(String address, String audience, String text, Instant at) {
        database.sql("insert into remarks (case_id, audience, words, who, made_at)"
                        + " values ((select id from cases where address = ?), ?, ?, 'ann', ?)")
                .params(address, audience, text, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<String> messagesOf(String address) {
        return database.sql("select kind, author, text, written_at from messages"
                        + " where case_id = (select id from cases where address = ?) order by id")
                .param(address)
                .query((row, number) -> row.getString("kind") + " " + row.getString("author") + " "
                        + row.getString("text") + " " + instant(row, "written_at"))
                .list();
    }

    private List<String> texts(String query) {
        return database.sql(query).query(String.class).list();
    }

    /** Inserts four cases: with and without an assignee, and with and without a student who asked an advisor. */
    private void insertCasesWithStatus(String status) {
        for (var suffix : List.of("", " assigned", " asked", " assigned asked")) {
            var address = status + suffix;
            insertCase(address);
            update(address, "status = '" + status + "'");
            if (suffix.contains("assigned")) {
                update(address, "assignee = 'ann'");
            }
            if (suffix.contains("asked")) {
                updateTime(address, "asked_at", ASKED);
            }
        }
    }

    private void migrateTo(String version) {
        Flyway.configure().dataSource(dataSource).target(version).load().migrate();
    }

    /** Inserts a case with the columns of version 2. Version 3 requires a time of the last change in addition. */
    private void insertCase(String address) {
        boolean hasChangedAt = latestVersion() >= 3;
        database.sql("insert into cases (address, reference, opened_at, as_of, guide_edition, document,"
                        + " first_track, second_track, firmness, lead_points, possible_firsts, first_exam, second_exam,"
                        + " rules, employer_cloud, target_industry, role_focus, ml_background, version"
                        + (hasChangedAt ? ", changed_at" : "")
                        + ") values (:address, :reference, :opened, date '2026-06-01', 1, 'digest',"
                        + " 'aws', 'azure', 'clear', 8, 1, 'MLA-C01', 'AI-103',"
                        + " ' aws-role ', 'aws', 'retail', 'mlops', 'none', 0"
                        + (hasChangedAt ? ", :opened" : "")
                        + ")")
                .param("address", address)
                .param("reference", "CASE-" + ++caseNumber)
                .param("opened", OPENED.atOffset(ZoneOffset.UTC))
                .update();
    }

    private int latestVersion() {
        return database.sql("select max(cast(version as integer)) from flyway_schema_history")
                .query(Integer.class)
                .single();
    }

    private void update(String address, String assignments) {
        database.sql("update cases set " + assignments + " where address = :address")
                .param("address", address)
                .update();
    }

    private void updateTime(String address, String column, Instant time) {
        database.sql("update cases set " + column + " = :time where address = :address")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("address", address)
                .update();
    }

    private Progress progressOf(String address) {
        return database.sql("select status, changed_at, acts from cases where address = :address")
                .param("address", address)
                .query((row, number) ->
                        new Progress(row.getString("status"), instant(row, "changed_at"), row.getInt("acts")))
                .single();
    }

    private Attention attentionOf(String address) {
        return database.sql("select needs_someone, waiting_since from cases where address = :address")
                .param("address", address)
                .query((row, number) -> new Attention(row.getBoolean("needs_someone"), instant(row, "waiting_since")))
                .single();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
