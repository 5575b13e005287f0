package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.CaseFilter.Holder;
import dev.certpath.testsupport.TestApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Random cases, many of them alike, and random questions about them. The same number gives the same ones. */
public final class CaseGenerator {

    public static final List<String> PEOPLE = List.of("ada", "bob");

    /** What a LIKE would take for a wildcard, letters outside ASCII, and what a spreadsheet would take for a formula. */
    private static final List<String> NAMES =
            List.of("Ann Lee", "100% Ann", "a_b", "axb", "back\\slash", "Ärmel Öl", "=1+1", "@home", "O'Neil; drop");

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
    private static final List<String> REASONS = List.of("cost-or-time", "other", "not-given");

    /** One of them is the beginning of another, and one has what a LIKE would take for a wildcard. */
    private static final List<String> RULES =
            List.of("aws-role", "aws-role-more", "aws_role", "google-employer", "azure-background");

    private static final List<String> TEXTS = List.of(
            "ann", "ANN", "%", "_", "a_b", "\\", "ärmel", "ÄRMEL", "@example", "7", "A", "o'neil", "nobody at all");

    private final Random random;

    public CaseGenerator(long seed) {
        random = new Random(seed);
    }

    public List<ExpectedCase> some(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(this::any).toList();
    }

    public CaseFilter question() {
        return new CaseFilter(
                random.nextInt(3) == 0,
                orElse(
                        6,
                        List.of(CaseFilter.OPEN, Set.of(one(List.of(CaseStatus.values()))), Set.of(CaseStatus.NEW)),
                        Set.of()),
                maybe(6, List.of(AttentionReason.values())),
                maybe(6, List.of(new Holder(Optional.empty()), new Holder(Optional.of("ada")))),
                orElse(6, TRACKS, ""),
                orElse(8, List.of("tie", "close", "clear"), ""),
                orElse(8, INDUSTRIES, ""),
                orElse(8, ROLES, ""),
                orElse(6, List.of("aws", "azure", "kubernetes", "none", "not-known"), ""),
                maybe(8, List.of(DecisionFilter.values())),
                orElse(10, REASONS, ""),
                orElse(6, RULES, ""),
                maybe(8, List.of(LocalDate.parse("2026-11-03"))),
                maybe(8, List.of(LocalDate.parse("2026-11-06"))),
                orElse(5, TEXTS, ""));
    }

    /** So many of the orders, each as likely as the others. */
    public List<CaseSortOrder> orders(int many) {
        var all = new ArrayList<>(List.of(CaseSortOrder.values()));
        Collections.shuffle(all, random);
        return all.subList(0, many);
    }

    /** A place among so many rows: one of the two ends, where a neighbour is missing, beside a border, or any. */
    public int place(int rows, int border) {
        int besideIt = Math.max(0, border - random.nextInt(2));
        return one(List.of(0, rows - 1, Math.min(besideIt, rows - 1), random.nextInt(rows)));
    }

    /** Questions with one filter each, one for every value there is, and one with none. */
    public static List<CaseFilter> plainQuestions() {
        var all = new ArrayList<>(List.of(Plain.NONE, Plain.needsSomeone()));
        Arrays.stream(CaseStatus.values()).map(Plain::of).forEach(all::add);
        Arrays.stream(AttentionReason.values()).map(Plain::of).forEach(all::add);
        Arrays.stream(DecisionFilter.values()).map(Plain::of).forEach(all::add);
        TRACKS.stream().map(Plain::first).forEach(all::add);
        REASONS.stream().map(Plain::reason).forEach(all::add);
        RULES.stream().map(Plain::rule).forEach(all::add);
        TEXTS.stream().map(Plain::text).forEach(all::add);
        return all;
    }

    /**
     * Puts them into a database that has none, as no page would. It numbers them itself, from one as they are: were they
     * given their numbers, it would give the same ones to whatever is saved next.
     */
    public static void keep(List<ExpectedCase> cases, TestApplication site) {
        site.update("alter table cases alter column id restart with 1");
        new TransactionTemplate(site.bean(PlatformTransactionManager.class))
                .executeWithoutResult(allAtOnce -> keep(cases, site.bean(JdbcClient.class)));
    }

    private static void keep(List<ExpectedCase> cases, JdbcClient database) {
        database.sql("insert into documents (digest, content) values ('x', '{}')")
                .update();
        for (ExpectedCase known : cases) {
            keep(known, database);
            known.name()
                    .ifPresent(name -> database.sql(
                                    "insert into contacts (case_id, name, email, note, given_at) values (?, ?, ?, '', ?)")
                            .params(
                                    known.number(),
                                    name,
                                    known.email(),
                                    known.openedAt().atOffset(ZoneOffset.UTC))
                            .update());
        }
    }

    private static void keep(ExpectedCase known, JdbcClient database) {
        database.sql("""
                insert into cases (address, reference, opened_at, as_of, guide_edition, document, first_track,
                  second_track, firmness, lead_points, possible_firsts, first_exam, second_exam, rules, employer_cloud,
                  target_industry, role_focus, ml_background, reviewed_first, reviewed_second, decision_reason, review_words, reviewed_by,
                  reviewed_at, status, assignee, asked_at, waiting_since, needs_someone, changed_at, acts, version)
                values (?, ?, ?, ?, 1, 'x', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'none', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0)
                """)
                .params(Arrays.asList(
                        "case" + known.number(),
                        known.reference(),
                        known.openedAt().atOffset(ZoneOffset.UTC),
                        LocalDate.ofInstant(known.openedAt(), ZoneOffset.UTC),
                        known.first(),
                        known.second(),
                        known.firmness(),
                        known.lead(),
                        known.possibleFirsts(),
                        known.firstExam(),
                        known.secondExam(),
                        known.rules().stream().collect(Collectors.joining(" ", " ", " ")),
                        String.join(" ", known.employer()),
                        known.industry(),
                        known.role(),
                        known.reviewedFirst().orElse(null),
                        known.reviewedSecond().orElse(null),
                        known.reason().orElse(null),
                        known.reviewedFirst().map(first -> "Because.").orElse(null),
                        known.reviewedFirst().map(first -> "ada").orElse(null),
                        known.reviewedFirst()
                                .map(first -> known.changedAt().atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        known.status().name(),
                        known.assignee().orElse(null),
                        known.askedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                        known.waitingSince()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        known.isOpen()
                                && (known.waitingSince().isPresent()
                                        || known.assignee().isPresent()),
                        known.changedAt().atOffset(ZoneOffset.UTC)))
                .update();
    }

    private ExpectedCase any(int number) {
        int lead = random.nextInt(8);
        var first = one(TRACKS);
        var second = one(TRACKS.stream().filter(track -> !track.equals(first)).toList());
        boolean reviewed = random.nextInt(4) == 0;
        var status = one(List.of(CaseStatus.values()));
        var asked = Optional.of(someTime()).filter(time -> random.nextInt(3) == 0);
        var decidedSecond = random.nextBoolean() ? second : one(TRACKS);
        return new ExpectedCase(
                number,
                "%03d-%03d".formatted(number / 1000, number % 1000).replace('9', 'A'),
                someTime(),
                asked,
                someTime(),
                status,
                maybe(status == CaseStatus.IN_REVIEW ? 1 : 3, PEOPLE),
                first,
                second,
                lead == 0 ? "tie" : lead <= 3 ? "close" : "clear",
                lead,
                1 + random.nextInt(3),
                one(EXAMS),
                one(EXAMS),
                one(EMPLOYERS),
                one(INDUSTRIES),
                one(ROLES),
                Optional.of(first).filter(track -> reviewed),
                Optional.of(decidedSecond).filter(track -> reviewed),
                maybe(2, List.of("cost-or-time", "other")).filter(code -> reviewed && !decidedSecond.equals(second)),
                RULES.stream().filter(rule -> random.nextInt(3) == 0).toList(),
                maybe(2, NAMES).filter(name -> asked.isPresent()),
                "mail" + number + "@example.org");
    }

    /** One of few, so that many are equal; some of them at the very ends of days. */
    private Instant someTime() {
        var day = Instant.parse("2026-11-0%dT00:00:00Z".formatted(1 + random.nextInt(8)));
        return day.plusMillis(one(List.of(0, 1, 43_200_000, 86_399_999)));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> maybe(int oneIn, List<T> all) {
        return random.nextInt(oneIn) == 0 ? Optional.of(one(all)) : Optional.empty();
    }

    private <T> T orElse(int oneIn, List<T> all, T otherwise) {
        return maybe(oneIn, all).orElse(otherwise);
    }

    /** Filters that filter by one thing. */
    private static final class Plain {

        static final CaseFilter NONE = CaseFilter.openedIn(Optional.empty(), Optional.empty());

        static CaseFilter needsSomeone() {
            return filter(true, Set.of(), Optional.empty(), "", Optional.empty(), "", "", "");
        }

        static CaseFilter of(CaseStatus status) {
            return filter(false, Set.of(status), Optional.empty(), "", Optional.empty(), "", "", "");
        }

        static CaseFilter of(AttentionReason why) {
            return filter(false, Set.of(), Optional.of(why), "", Optional.empty(), "", "", "");
        }

        static CaseFilter of(DecisionFilter decided) {
            return filter(false, Set.of(), Optional.empty(), "", Optional.of(decided), "", "", "");
        }

        static CaseFilter first(String track) {
            return filter(false, Set.of(), Optional.empty(), track, Optional.empty(), "", "", "");
        }

        static CaseFilter reason(String code) {
            return filter(false, Set.of(), Optional.empty(), "", Optional.empty(), code, "", "");
        }

        static CaseFilter rule(String code) {
            return filter(false, Set.of(), Optional.empty(), "", Optional.empty(), "", code, "");
        }

        static CaseFilter text(String text) {
            return filter(false, Set.of(), Optional.empty(), "", Optional.empty(), "", "", text);
        }

        private static CaseFilter filter(
                boolean needsSomeone,
                Set<CaseStatus> statuses,
                Optional<AttentionReason> why,
                String first,
                Optional<DecisionFilter> decided,
                String reason,
                String rule,
                String text) {
            return new CaseFilter(
                    needsSomeone,
                    statuses,
                    why,
                    Optional.empty(),
                    first,
                    "",
                    "",
                    "",
                    "",
                    decided,
                    reason,
                    rule,
                    Optional.empty(),
                    Optional.empty(),
                    text);
        }
    }
}
