package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.text.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Generates random cases, many of them with equal values, and random filters. The same seed generates the same ones. */
public final class CaseGenerator {

    public static final List<String> ADVISORS = List.of("ada", "bob");

    /** Wildcards of LIKE, letters outside ASCII, and prefixes of spreadsheet formulas. */
    private static final List<String> NAMES = List.of(
            "Ann Lee",
            "100% Ann",
            "a_b",
            "axb",
            "back\\slash",
            "Ärmel Öl",
            "=1+1",
            "@home",
            "O'Neil; drop",
            "Ann\u2013Marie O\u2019Neil");

    private static final List<String> TRACKS = List.of("aws", "google", "azure");
    private static final List<String> INDUSTRIES = List.of("retail", "media", "undecided");
    private static final List<String> ROLES = List.of("mlops", "applied-ai", "undecided");
    private static final List<String> EXAMS =
            List.of("MLS-C01", "MLA-C01", "ME1-C02", "PMLE", "AI-102", "AI-103", "GONE");
    private static final List<List<String>> EMPLOYERS = List.of(
            List.of(),
            List.of("none"),
            List.of("aws"),
            List.of("azure", "microsoft-365"),
            List.of("aws", "kubernetes"));

    /** With the empty code of an employer that is not known. */
    private static final List<String> PLATFORMS = List.of("aws", "azure", "kubernetes", "none", "");

    private static final List<String> REASONS = List.of("cost-or-time", "other", "not-given");

    /** One code is a prefix of another, and one contains a wildcard of LIKE. */
    private static final List<String> RULES =
            List.of("aws-role", "aws-role-more", "aws_role", "google-employer", "azure-background");

    private static final List<String> TEXTS = List.of(
            "ann",
            "ANN",
            "%",
            "_",
            "a_b",
            "\\",
            "ärmel",
            "ÄRMEL",
            "@example",
            "7",
            "A",
            "o'neil",
            "O\u2019NEIL",
            "armel ol",
            "ann-m",
            "00",
            "OO0-7",
            "000-700",
            "000-U",
            "nobody at all");

    private final Random random;

    public CaseGenerator(long seed) {
        random = new Random(seed);
    }

    /** Generates cases with the database ids from 1 on. */
    public List<ExpectedCase> generate(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::randomCase).toList();
    }

    /** Generates a filter with some criteria. */
    public CaseFilter randomFilter() {
        return CaseFilter.builder()
                .needsAttention(random.nextInt(3) == 0)
                .absentAdvisors(oneOrElse(2, List.of(Set.of("ada"), Set.of("nobody")), Set.of()))
                .statuses(oneOrElse(
                        6,
                        List.of(CaseFilter.OPEN, Set.of(oneOf(List.of(CaseStatus.values()))), Set.of(CaseStatus.NEW)),
                        Set.of()))
                .attention(maybe(6, List.of(AttentionReason.values())))
                .assignee(maybe(6, List.of(AssigneeFilter.UNASSIGNED, AssigneeFilter.assignedTo("ada"))))
                .firstTrack(oneOrElse(6, TRACKS, ""))
                .firmness(oneOrElse(8, List.of("tie", "close", "clear"), ""))
                .answers(randomAnswers())
                .decision(maybe(8, List.of(DecisionFilter.values())))
                .decisionReason(oneOrElse(10, REASONS, ""))
                .rule(oneOrElse(6, RULES, ""))
                .openedFrom(maybe(8, List.of(LocalDate.parse("2026-11-03"))))
                .openedTo(maybe(8, List.of(LocalDate.parse("2026-11-06"))))
                .text(oneOrElse(5, TEXTS, ""))
                .build();
    }

    private Map<String, String> randomAnswers() {
        var answers = new HashMap<String, String>();
        maybe(8, INDUSTRIES).ifPresent(industry -> answers.put("targetIndustry", industry));
        maybe(8, ROLES).ifPresent(role -> answers.put("roleFocus", role));
        maybe(6, PLATFORMS).ifPresent(platform -> answers.put("employerCloud", platform));
        return answers;
    }

    /** Selects some of the sort orders. */
    public List<CaseSortOrder> randomOrders(int count) {
        var all = new ArrayList<>(List.of(CaseSortOrder.values()));
        Collections.shuffle(all, random);
        return all.subList(0, count);
    }

    /** Selects the index of a row: one of the two ends, one next to a boundary, or any. */
    public int randomIndex(int rows, int boundary) {
        int nextToBoundary = Math.max(0, boundary - random.nextInt(2));
        return oneOf(List.of(0, rows - 1, Math.min(nextToBoundary, rows - 1), random.nextInt(rows)));
    }

    /** A filter for each value of each single criterion, and one without criteria. */
    public static List<CaseFilter> singleCriterionFilters() {
        var builders = new ArrayList<>(
                List.of(CaseFilter.builder(), CaseFilter.builder().needsAttention(true)));
        Arrays.stream(CaseStatus.values())
                .forEach(status -> builders.add(CaseFilter.builder().statuses(Set.of(status))));
        Arrays.stream(AttentionReason.values())
                .forEach(reason -> builders.add(CaseFilter.builder().attention(Optional.of(reason))));
        Arrays.stream(DecisionFilter.values())
                .forEach(decision -> builders.add(CaseFilter.builder().decision(Optional.of(decision))));
        TRACKS.forEach(track -> builders.add(CaseFilter.builder().firstTrack(track)));
        REASONS.forEach(reason -> builders.add(CaseFilter.builder().decisionReason(reason)));
        PLATFORMS.forEach(platform -> builders.add(CaseFilter.builder().answers(Map.of("employerCloud", platform))));
        INDUSTRIES.forEach(industry -> builders.add(CaseFilter.builder().answers(Map.of("targetIndustry", industry))));
        RULES.forEach(rule -> builders.add(CaseFilter.builder().rule(rule)));
        TEXTS.forEach(text -> builders.add(CaseFilter.builder().text(text)));
        return builders.stream().map(CaseFilter.Builder::build).toList();
    }

    /**
     * Inserts cases into a database without cases. The database assigns their ids, so that cases that are saved later get
     * other ones.
     */
    public static void insert(List<ExpectedCase> cases, TestApplication application) {
        application.update("alter table cases alter column id restart with 1");
        new TransactionTemplate(application.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> insert(cases, application.bean(JdbcClient.class)));
    }

    private static void insert(List<ExpectedCase> cases, JdbcClient database) {
        for (ExpectedCase expected : cases) {
            insertCase(expected, documentId(expected, database), database);
            expected.name().ifPresent(name -> insertContact(expected, name, database));
        }
    }

    private static void insertContact(ExpectedCase expected, String name, JdbcClient database) {
        database.sql("insert into contacts (case_id, name, email, search_text, given_at) values (?, ?, ?, ?, ?)")
                .params(
                        expected.databaseId(),
                        name,
                        expected.email(),
                        SearchText.of(name, expected.email()),
                        utc(expected.openedAt()))
                .update();
    }

    /** Cases with equal recommendations share a document. */
    private static int documentId(ExpectedCase expected, JdbcClient database) {
        var columns = recommendationColumns(expected);
        var digest = Integer.toHexString(columns.hashCode());
        database.sql("insert into document_contents (digest, content) values (?, '{}') on conflict do nothing")
                .param(digest)
                .update();
        database.sql("""
                insert into documents (digest, guide_edition, first_track, second_track, firmness, lead_points,
                  possible_firsts, first_exam, second_exam, rules, answers)
                values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """).param(digest).params(columns).update();
        return database.sql("select id from documents where digest = ?")
                .param(digest)
                .query(Integer.class)
                .single();
    }

    private static void insertCase(ExpectedCase expected, int documentId, JdbcClient database) {
        database.sql("""
                insert into cases (address, share_id, reference, opened_at, as_of, document_id, guide_edition, first_track,
                  second_track, firmness, lead_points, possible_firsts, first_exam, second_exam, rules, answers,
                  outcome, reviewed_first, reviewed_second, decision_reason, review_words, reviewed_by,
                  reviewed_at, status, assignee, asked_at, waiting_since, needs_someone, changed_at, acts, version)
                values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)
                """)
                .params(
                        "case" + expected.databaseId(),
                        "share" + expected.databaseId(),
                        expected.reference(),
                        utc(expected.openedAt()),
                        expected.openedOn(),
                        documentId)
                .params(recommendationColumns(expected))
                .params(decisionColumns(expected))
                .params(progressColumns(expected))
                .update();
    }

    private static List<@Nullable Object> recommendationColumns(ExpectedCase expected) {
        return Arrays.asList(
                expected.firstTrack(),
                expected.secondTrack(),
                expected.firmness(),
                expected.leadPoints(),
                expected.possibleFirsts(),
                expected.firstExam(),
                expected.secondExam(),
                expected.rules().stream().collect(Collectors.joining(" ", " ", " ")),
                " " + String.join(" ", answers(expected)) + " ");
    }

    private static List<String> answers(ExpectedCase expected) {
        return expected.answers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(answer -> answer.getValue().isEmpty()
                        ? Stream.of(answer.getKey() + ":")
                        : answer.getValue().stream().map(code -> answer.getKey() + ":" + code))
                .toList();
    }

    private static List<@Nullable Object> decisionColumns(ExpectedCase expected) {
        var isDecided = expected.decidedFirst().isPresent();
        return Arrays.asList(
                !isDecided ? "NONE" : expected.isOverruled() ? "OTHERWISE" : "AGREED",
                expected.decidedFirst().orElse(null),
                expected.decidedSecond().orElse(null),
                expected.decisionReason().orElse(null),
                isDecided ? "Because." : null,
                isDecided ? "ada" : null,
                isDecided ? utc(expected.changedAt()) : null);
    }

    private static List<@Nullable Object> progressColumns(ExpectedCase expected) {
        boolean active = expected.isOpen()
                && (expected.waitingSince().isPresent() || expected.assignee().isPresent());
        return Arrays.asList(
                expected.status().name(),
                expected.assignee().orElse(null),
                expected.askedAt().map(CaseGenerator::utc).orElse(null),
                expected.waitingSince().map(CaseGenerator::utc).orElse(null),
                active,
                utc(expected.changedAt()));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private ExpectedCase randomCase(int databaseId) {
        int lead = random.nextInt(8);
        var first = oneOf(TRACKS);
        var second = oneOf(TRACKS.stream().filter(track -> !track.equals(first)).toList());
        boolean reviewed = random.nextInt(4) == 0;
        var status = oneOf(List.of(CaseStatus.values()));
        var asked = Optional.of(randomTime()).filter(time -> random.nextInt(3) == 0);
        var decidedSecond = random.nextBoolean() ? second : oneOf(TRACKS);
        return new ExpectedCase(
                databaseId,
                "%03d-%03d".formatted(databaseId / 1000, databaseId % 1000).replace('9', 'A'),
                randomTime(),
                asked,
                randomTime(),
                status,
                maybe(status == CaseStatus.IN_REVIEW ? 1 : 3, ADVISORS),
                first,
                second,
                lead == 0 ? "tie" : lead <= 3 ? "close" : "clear",
                lead,
                1 + random.nextInt(3),
                oneOf(EXAMS),
                oneOf(EXAMS),
                oneOf(EMPLOYERS),
                oneOf(INDUSTRIES),
                oneOf(ROLES),
                Optional.of(first).filter(track -> reviewed),
                Optional.of(decidedSecond).filter(track -> reviewed),
                maybe(2, List.of("cost-or-time", "other")).filter(code -> reviewed && !decidedSecond.equals(second)),
                RULES.stream().filter(rule -> random.nextInt(3) == 0).toList(),
                maybe(2, NAMES).filter(name -> asked.isPresent()),
                "mail" + databaseId + "@example.org");
    }

    /** One of a few times, so that many are equal; some are the first or last millisecond of a day in UTC. */
    private Instant randomTime() {
        var day = Instant.parse("2026-11-0%dT00:00:00Z".formatted(1 + random.nextInt(8)));
        return day.plusMillis(oneOf(List.of(0, 1, 43_200_000, 86_399_999)));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Optional<T> maybe(int oneIn, List<T> values) {
        return random.nextInt(oneIn) == 0 ? Optional.of(oneOf(values)) : Optional.empty();
    }

    private <T> T oneOrElse(int oneIn, List<T> values, T other) {
        return maybe(oneIn, values).orElse(other);
    }
}
