package dev.certpath.editions.pins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and adds pins. None is deleted: lifted ones stay for the history. */
@Repository
class PinRepository {

    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> FIRSTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper mapper;

    PinRepository(JdbcClient database, JsonMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** Makes others that set or lift pins or publish editions wait until the transaction ends. */
    void lock() {
        database.sql("select version from guide_state where id = 1 for update")
                .query(Long.class)
                .single();
    }

    boolean hasPins() {
        return database.sql("select count(*) from guide_pins")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Pin> find(long id) {
        return database.sql("select * from guide_pins where id = :id")
                .param("id", id)
                .query(this::toPin)
                .optional();
    }

    /** Finds the pins that count, in the order in which they were set. */
    List<Pin> findInForce() {
        return database.sql("select * from guide_pins where lifted_at is null order by id")
                .query(this::toPin)
                .list();
    }

    /** Finds the pins that no longer count, the one that was lifted last first. */
    List<Pin> findLifted() {
        return database.sql("select * from guide_pins where lifted_at is not null order by lifted_at desc, id desc")
                .query(this::toPin)
                .list();
    }

    /** Finds the pins that were lifted for a publication: before it, and after the one before it. */
    List<Pin> findLiftedFor(long publication) {
        return database.sql("select * from guide_pins where publication = :publication order by id")
                .param("publication", publication)
                .query(this::toPin)
                .list();
    }

    void insert(NewPin pin, Optional<Long> replaces, Instant now) {
        database.sql("""
                        insert into guide_pins (answers, firsts, reason, set_at, set_by, case_id, replaces)
                        values (:answers, :firsts, :reason, :at, :by, :caseId, :replaces)""")
                .param("answers", mapper.writeValueAsString(pin.answers()))
                .param("firsts", mapper.writeValueAsString(pin.firsts()))
                .param("reason", pin.reason())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", pin.setBy().orElse(null))
                .param("caseId", pin.caseId().orElse(null))
                .param("replaces", replaces.orElse(null))
                .update();
    }

    /** Lifts a pin; false if it was lifted before. */
    boolean lift(long id, String reason, String admin, Instant now) {
        return database.sql("""
                                update guide_pins set lifted_at = :at, lifted_by = :by, lift_reason = :reason
                                where id = :id and lifted_at is null""")
                        .param("id", id)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("by", admin)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Notes that the pins that were lifted since the last publication were lifted for this one. */
    void assignLiftedTo(long publication) {
        database.sql(
                        "update guide_pins set publication = :publication where lifted_at is not null and publication is null")
                .param("publication", publication)
                .update();
    }

    private Pin toPin(ResultSet row, int number) throws SQLException {
        return new Pin(
                row.getLong("id"),
                mapper.readValue(row.getString("answers"), ANSWERS),
                mapper.readValue(row.getString("firsts"), FIRSTS),
                row.getString("reason"),
                instant(row, "set_at").orElseThrow(),
                Optional.ofNullable(row.getString("set_by")),
                Optional.ofNullable(row.getString("case_id")),
                Optional.ofNullable(row.getObject("replaces", Long.class)),
                lifting(row));
    }

    private static Optional<Pin.Lifting> lifting(ResultSet row) throws SQLException {
        var at = instant(row, "lifted_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pin.Lifting(at.get(), row.getString("lifted_by"), row.getString("lift_reason")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
