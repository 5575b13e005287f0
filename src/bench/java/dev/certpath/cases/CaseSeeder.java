package dev.certpath.cases;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommender;
import dev.certpath.testsupport.TestApplication;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Fills an empty database with cases of the last two years. Recommendations, documents and the state of cases are made by the
 * application's own code, rows are inserted in batches. The same seed makes the same cases.
 */
public final class CaseSeeder {

    private static final int SEED = Integer.getInteger("certpath.seed", 20261127);
    private static final int BATCH = 5_000;
    private static final Duration PERIOD = Duration.ofDays(730);

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Recommender recommender;
    private final RecommendationJsonMapper json;
    private final LocalDate validFrom;
    private final Random random = new Random(SEED);
    private final RandomAnswers answers;
    private final Instant now = LocalDate.now(ZoneOffset.UTC).atStartOfDay().toInstant(ZoneOffset.UTC);

    private CaseSeeder(TestApplication application) {
        var guide = application.bean(CurrentGuide.class).guide();
        this.recommender = application.bean(CurrentGuide.class).get().recommender();
        this.json = application.bean(RecommendationJsonMapper.class);
        this.validFrom = guide.validFrom();
        this.answers = new RandomAnswers(guide, random);
    }

    /** Inserts as many cases and prints the seed. */
    public static void fill(TestApplication application, int count) {
        System.out.printf("%,d cases, seed %d%n", count, SEED);
        var seeder = new CaseSeeder(application);
        var session = application
                .bean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .openStatelessSession();
        try (session) {
            session.doWork(connection -> seeder.insert(count, (SharedSessionContractImplementor) session, connection));
        }
    }

    private void insert(int count, SharedSessionContractImplementor session, Connection connection)
            throws SQLException {
        var indexes = DroppedIndexes.of("cases", connection);
        connection.setAutoCommit(false);
        try (var inserter = new RandomCaseInserter(session, connection)) {
            for (int id = 1; id <= count; id++) {
                inserter.add(randomCase(id, count, inserter));
                if (id % BATCH == 0 || id == count) {
                    inserter.execute();
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
            inserter.restartIds(connection);
        }
        indexes.create();
        recordAnswers(connection);
        analyze(connection);
    }

    /** Records when each student who asked was first answered. */
    private static void recordAnswers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into answered_requests (case_id, asked_at, answered_at)
                    select c.id, c.asked_at, min(m.written_at) from cases c join messages m on m.case_id = c.id
                    where m.kind <> 'student' and m.written_at >= c.asked_at group by c.id, c.asked_at""");
        }
    }

    /** Updates the statistics of the tables, and on PostgreSQL also what it does in the background after some time. */
    private static void analyze(Connection connection) throws SQLException {
        boolean isPostgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (var statement = connection.createStatement()) {
            statement.execute(isPostgres ? "vacuum analyze" : "analyze");
        }
    }

    /** Creates the case with this number, of which earlier ones are older. */
    private RandomCase randomCase(int id, int count, RandomCaseInserter inserter) throws SQLException {
        var openedAt = now.minus(PERIOD).plusMillis(PERIOD.toMillis() / count * id);
        var recommendation = recommend(openedAt);
        var document = RecommendationDocument.of(json.writeStored(recommendation));
        var entity = new Case(recommendation, inserter.documentId(recommendation, document), cohort(id), openedAt);
        ReflectionTestUtils.setField(entity, "id", (long) id);
        ReflectionTestUtils.setField(entity, "publicId", randomPublicId());
        ReflectionTestUtils.setField(entity, "reference", reference(id));
        return new RandomCase(entity, random, now);
    }

    /** Every fifth student came from one of a dozen places. */
    private static Optional<Cohort> cohort(int id) {
        return id % 5 == 0 ? Cohort.parse("cohort-" + id % 12) : Optional.empty();
    }

    /** Recommends for the day of opening, or for the first day of the guide if that is later. */
    private Recommendation recommend(Instant openedAt) {
        var day = LocalDate.ofInstant(openedAt, ZoneOffset.UTC);
        return recommender.recommend(answers.next(), day.isBefore(validFrom) ? validFrom : day);
    }

    private String randomPublicId() {
        return IntStream.range(0, 26)
                .map(position -> random.nextInt(DIGITS.length()))
                .mapToObj(digit -> DIGITS.substring(digit, digit + 1))
                .collect(Collectors.joining());
    }

    /** A different reference for each number, not in order. */
    private static String reference(int id) {
        long scattered = id * 648_646_757L % (1L << 30);
        var digits = IntStream.iterate(25, shift -> shift >= 0, shift -> shift - 5)
                .map(shift -> (int) (scattered >> shift) & 31)
                .mapToObj(digit -> DIGITS.substring(digit, digit + 1))
                .collect(Collectors.joining());
        return CaseReference.normalize(digits);
    }
}
