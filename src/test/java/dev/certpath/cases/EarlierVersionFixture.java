package dev.certpath.cases;

import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data that an earlier version of the application stored in the current kind of database, and what that version
 * showed. {@code src/test/resources/compatibility/README.md} describes the files.
 *
 * @param accounts the advisors' accounts
 * @param session the session of an advisor who did not log out
 * @param cases the cases, oldest first
 * @param deleted the cases that their students deleted
 */
record EarlierVersionFixture(
        List<StoredAccount> accounts, StoredSession session, List<StoredCase> cases, List<DeletedCase> deleted) {

    private static final Path FILES = Path.of("src/test/resources/compatibility");
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * An account.
     *
     * @param username its name
     * @param password its password
     * @param role the code of its role
     * @param enabled whether it can log in
     * @param mustChangePassword whether its password has to be changed at the next login
     */
    record StoredAccount(String username, String password, String role, boolean enabled, boolean mustChangePassword) {

        @Override
        public String toString() {
            return username;
        }
    }

    /**
     * A session.
     *
     * @param cookie the name of its cookie
     * @param value the value of its cookie
     * @param username who is logged in
     */
    record StoredSession(String cookie, String value, String username) {}

    /**
     * A case.
     *
     * @param label what it is an example of
     * @param id its id in addresses
     * @param reference its name for people
     * @param savedWith the idempotency key and the body of the request that saved it, if it had a key
     * @param openedAt when it was saved
     * @param askedAt when its student first asked an advisor
     * @param status the code of its status
     * @param holder the username of the advisor who has it
     * @param contact what its student left
     * @param decision what an advisor decided
     * @param messages what advisors wrote to the student, oldest first
     * @param notes what advisors wrote for each other, oldest first
     * @param timeline what happened to it, oldest first
     * @param document the JSON document that the API answered, with an address relative to the site
     */
    record StoredCase(
            String label,
            String id,
            String reference,
            Optional<SavedWith> savedWith,
            Instant openedAt,
            Optional<Instant> askedAt,
            String status,
            Optional<String> holder,
            Optional<StoredContact> contact,
            Optional<StoredDecision> decision,
            List<StoredText> messages,
            List<StoredText> notes,
            List<StoredEvent> timeline,
            JsonNode document) {

        String firstCertification() {
            return document.at("/first/exam/name").asString();
        }

        /** Whether the decision is what was recommended. */
        boolean isAgreed() {
            return decision.filter(made ->
                            made.first().equals(track("first")) && made.second().equals(track("second")))
                    .isPresent();
        }

        /** The name of a track, for its code. */
        String trackName(String code) {
            return document.get("tracks").values().stream()
                    .filter(track -> track.get("code").asString().equals(code))
                    .map(track -> track.get("name").asString())
                    .findFirst()
                    .orElseThrow();
        }

        private String track(String position) {
            return document.get(position).get("track").asString();
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * A request that saved a case.
     *
     * @param key its idempotency key
     * @param request its body
     */
    record SavedWith(String key, JsonNode request) {}

    /**
     * What a student left. Each part may be empty.
     *
     * @param name the name
     * @param email the e-mail address
     * @param note what they want looked at
     */
    record StoredContact(String name, String email, String note) {}

    /**
     * A decision.
     *
     * @param first the code of the first track
     * @param second the code of the second track
     * @param reason the code of the reason for another first or second
     * @param text the text to the student; may be empty
     * @param author the advisor
     * @param at when
     */
    record StoredDecision(
            String first, String second, Optional<String> reason, String text, String author, Instant at) {}

    /**
     * A message or a note.
     *
     * @param text the text
     * @param author the advisor
     * @param at when
     */
    record StoredText(String text, String author, Instant at) {}

    /**
     * An entry of a timeline.
     *
     * @param kind the code of what happened
     * @param who an advisor, {@code student} or {@code clock}
     * @param from what was before; may be empty
     * @param to what is since; may be empty
     * @param at when
     */
    record StoredEvent(String kind, String who, String from, String to, Instant at) {}

    /**
     * A case that is not there any more.
     *
     * @param id its id in addresses
     * @param reference its name for people
     */
    record DeletedCase(String id, String reference) {}

    /** Reads what the earlier version stored in the current kind of database. */
    static EarlierVersionFixture read() {
        try {
            return JSON.readValue(Files.readString(files().resolve("expected.json")), EarlierVersionFixture.class);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Starts the application on a copy of that data; its folder is a new one in the given folder. */
    static TestApplication startSite(Path folder) {
        try {
            var data = Files.createTempDirectory(folder, "data");
            return TestApplication.withRealPasswordHashes(data, restored(data));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Later versions may add fields, but neither change those that were there nor leave them out. */
    static JsonNode withoutLaterFields(JsonNode now, JsonNode earlier) {
        if (now instanceof ObjectNode && earlier instanceof ObjectNode) {
            var reduced = JsonNodeFactory.instance.objectNode();
            now.propertyStream()
                    .filter(field -> earlier.has(field.getKey()))
                    .forEach(field -> reduced.set(
                            field.getKey(), withoutLaterFields(field.getValue(), earlier.get(field.getKey()))));
            return reduced;
        }
        if (now instanceof ArrayNode && earlier instanceof ArrayNode && now.size() == earlier.size()) {
            var reduced = JsonNodeFactory.instance.arrayNode();
            for (int position = 0; position < now.size(); position++) {
                reduced.add(withoutLaterFields(now.get(position), earlier.get(position)));
            }
            return reduced;
        }
        return now;
    }

    /** Restores the database, and returns the settings that lead to it. */
    private static String[] restored(Path data) throws IOException, SQLException {
        if (TestDatabase.current() == TestDatabase.EMBEDDED) {
            Files.copy(files().resolve("certpath.mv.db"), data.resolve("certpath.mv.db"));
            execute("jdbc:h2:file:" + data.resolve("certpath") + H2_OPTIONS, "", sessionInUse());
            return new String[0];
        }
        var settings = PostgresServer.shared().orElseThrow().newDatabase();
        var url = settings.get(0).substring("spring.datasource.url=".length());
        execute(url, "postgres", Files.readString(files().resolve("certpath.sql")) + sessionInUse());
        return settings.toArray(String[]::new);
    }

    private static void execute(String url, String user, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Sessions end by the machine's clock: without this the stored one would be deleted soon after the start. */
    private static String sessionInUse() {
        long now = System.currentTimeMillis();
        return "update public.sessions set last_access_time = %d, expiry_time = %<d + 1000 * max_inactive_interval"
                .formatted(now);
    }

    private static Path files() {
        return FILES.resolve(TestDatabase.current() == TestDatabase.POSTGRESQL ? "postgresql" : "h2");
    }
}
