package dev.certpath.recommend;

import static dev.certpath.recommend.AnswerSet.BACKGROUND;
import static dev.certpath.recommend.AnswerSet.EMPLOYER;
import static dev.certpath.recommend.AnswerSet.INDUSTRY;
import static dev.certpath.recommend.AnswerSet.QUESTIONS;
import static dev.certpath.recommend.AnswerSet.ROLE;

import dev.certpath.guide.ReferenceExamCalendar;
import dev.certpath.guide.ReferenceExamCalendar.ExpectedExam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reference implementation of the recommender: the rules of edition 1 written down independently and every definition
 * evaluated by exhaustive search. It shares only the codes with the production code.
 */
public final class ReferenceRecommender {

    /** The tracks, in the order of the guide. */
    public static final List<String> TRACKS = List.of("aws", "google", "azure");

    private static final String UNCONDITIONAL = "";

    private static final List<ReferenceRule> RULES = List.of(
            new ReferenceRule("aws-employer", "aws", EMPLOYER, 6, student -> runsOn(student, "aws")),
            new ReferenceRule("aws-role", "aws", ROLE, 4, student -> aimsFor(student, "data-engineering", "mlops")),
            new ReferenceRule(
                    "aws-industry",
                    "aws",
                    INDUSTRY,
                    3,
                    student -> targets(student, "financial-services", "retail", "logistics")),
            new ReferenceRule("aws-custom-models", "aws", ROLE, 2, student -> aimsFor(student, "custom-models")),
            new ReferenceRule("aws-demand", "aws", UNCONDITIONAL, 1, student -> true),
            new ReferenceRule("google-employer", "google", EMPLOYER, 6, student -> runsOn(student, "google-cloud")),
            new ReferenceRule("google-kubernetes", "google", EMPLOYER, 4, student -> runsOn(student, "kubernetes")),
            new ReferenceRule("google-role", "google", ROLE, 4, student -> aimsFor(student, "ml-research")),
            new ReferenceRule(
                    "google-industry",
                    "google",
                    INDUSTRY,
                    3,
                    student -> targets(student, "ai-first", "large-technology")),
            new ReferenceRule("google-custom-models", "google", ROLE, 2, student -> aimsFor(student, "custom-models")),
            new ReferenceRule(
                    "azure-employer", "azure", EMPLOYER, 6, student -> runsOn(student, "azure", "microsoft-365")),
            new ReferenceRule("azure-role", "azure", ROLE, 4, student -> aimsFor(student, "applied-ai")),
            new ReferenceRule(
                    "azure-industry",
                    "azure",
                    INDUSTRY,
                    3,
                    student -> targets(student, "financial-services", "healthcare", "government")),
            new ReferenceRule(
                    "azure-background",
                    "azure",
                    BACKGROUND,
                    3,
                    student -> student.background().equals("none")));

    /** The order in which the points of questions decide between equal tracks. */
    private static final List<String> TIE_BREAK = List.of(EMPLOYER, ROLE, INDUSTRY, BACKGROUND);

    /** The usual next track. The guide names none after Google. */
    private static final Map<String, String> USUALLY_NEXT = Map.of("aws", "google", "azure", "aws");

    private final Map<AnswerSet, List<String>> rankings = new HashMap<>();

    /** Ranks the tracks for every combination in advance, because most definitions need all rankings. */
    public ReferenceRecommender() {
        AnswerSet.allCombinations().forEach(student -> rankings.put(student, ranked(student)));
    }

    /** The rules that apply for a track. */
    public List<ReferenceRule> reasons(AnswerSet student, String track) {
        return RULES.stream()
                .filter(rule -> rule.track().equals(track) && rule.condition().test(student))
                .toList();
    }

    /** The points of each track. */
    public Map<String, Integer> totals(AnswerSet student) {
        var totals = new LinkedHashMap<String, Integer>();
        TRACKS.forEach(track -> totals.put(track, total(student, track)));
        return totals;
    }

    /** The tracks, best first. */
    public List<String> ranking(AnswerSet student) {
        return rankings.get(student);
    }

    /** The track to start with. */
    public String first(AnswerSet student) {
        return ranking(student).get(0);
    }

    /** The lead of the first track in points. */
    public int lead(AnswerSet student) {
        var ranking = ranking(student);
        return total(student, ranking.get(0)) - total(student, ranking.get(1));
    }

    /** The level of firmness. */
    public String level(AnswerSet student) {
        int lead = lead(student);
        return lead == 0 ? "tie" : lead <= 3 ? "close" : "clear";
    }

    /** The question that decided between the first two tracks, if they tie. */
    public @Nullable String brokenBy(AnswerSet student) {
        if (lead(student) > 0) {
            return null;
        }
        var two = ranking(student).subList(0, 2);
        return TIE_BREAK.stream()
                .filter(question ->
                        pointsFrom(student, question, two.get(0)) != pointsFrom(student, question, two.get(1)))
                .findFirst()
                .orElse("order");
    }

    /** The second track and how it was chosen. */
    public ExpectedSecond second(AnswerSet student) {
        var others = ranking(student).subList(1, 3);
        String usual = USUALLY_NEXT.get(first(student));
        if (usual == null) {
            return new ExpectedSecond(others.get(0), "answers");
        }
        String other = others.get(0).equals(usual) ? others.get(1) : others.get(0);
        return total(student, other) - total(student, usual) >= 4
                ? new ExpectedSecond(other, "answers")
                : new ExpectedSecond(usual, "sequence");
    }

    /** The number of single-answer changes that keep the first track. */
    public long holds(AnswerSet student) {
        return changesOfOne(student)
                .filter(changed -> first(changed).equals(first(student)))
                .count();
    }

    /** The number of single-answer changes. */
    public long of(AnswerSet student) {
        return changesOfOne(student).count();
    }

    /** The questions with at least one answer that changes the first track. */
    public List<String> hangsOn(AnswerSet student) {
        return QUESTIONS.stream()
                .filter(question -> changes(student, question)
                        .anyMatch(changed -> !first(changed).equals(first(student))))
                .toList();
    }

    /** The smallest change that puts each other track first, in ranking order. */
    public List<ExpectedWhatIf> whatIf(AnswerSet student) {
        var changes = new HashMap<Integer, List<AnswerSet>>();
        return ranking(student).stream()
                .skip(1)
                .flatMap(track -> smallestChange(
                        student,
                        track,
                        questions -> changes.computeIfAbsent(questions, number -> changes(student, number)))
                        .stream())
                .toList();
    }

    /** The tracks that rank first for some values of the unknown answers, in the order of the guide. */
    public List<String> possibleFirsts(AnswerSet student) {
        return TRACKS.stream()
                .filter(track -> completions(student).stream()
                        .anyMatch(completed -> first(completed).equals(track)))
                .toList();
    }

    /** The unknown question that narrows the first tracks most, if more than one is possible. */
    public @Nullable String findOut(AnswerSet student) {
        if (possibleFirsts(student).size() == 1) {
            return null;
        }
        return student.unknownQuestions().stream()
                .min(Comparator.comparingDouble(question -> averagePossibleFirsts(student, question)))
                .orElse(null);
    }

    /** The exam of a track that is available on a day. */
    public ExpectedExam exam(String track, LocalDate day) {
        return ReferenceExamCalendar.on(track, day);
    }

    /** All changes of this number of questions. */
    public static List<AnswerSet> changes(AnswerSet student, int questions) {
        return questionSets(questions).stream()
                .flatMap(set -> changes(student, set).stream())
                .toList();
    }

    /** The questions whose answers differ, in order. */
    public static List<String> changed(AnswerSet before, AnswerSet after) {
        return QUESTIONS.stream()
                .filter(question -> !before.answerTo(question).equals(after.answerTo(question)))
                .toList();
    }

    private static List<String> ranked(AnswerSet student) {
        var order = Comparator.<String>comparingInt(track -> -total(student, track));
        for (String question : TIE_BREAK) {
            order = order.thenComparingInt(track -> -pointsFrom(student, question, track));
        }
        return TRACKS.stream().sorted(order.thenComparingInt(TRACKS::indexOf)).toList();
    }

    private static int total(AnswerSet student, String track) {
        return RULES.stream()
                .filter(rule -> rule.track().equals(track) && rule.condition().test(student))
                .mapToInt(ReferenceRule::points)
                .sum();
    }

    private static int pointsFrom(AnswerSet student, String question, String track) {
        return RULES.stream()
                .filter(rule -> rule.question().equals(question))
                .filter(rule -> rule.track().equals(track) && rule.condition().test(student))
                .mapToInt(ReferenceRule::points)
                .sum();
    }

    private static Stream<AnswerSet> changesOfOne(AnswerSet student) {
        return QUESTIONS.stream().flatMap(question -> changes(student, question));
    }

    /** All changes of one answer to a known answer; the ML background can only increase. */
    private static Stream<AnswerSet> changes(AnswerSet student, String question) {
        var levels = AnswerSet.OPTIONS.get(BACKGROUND);
        return AnswerSet.knownAnswers(question).stream()
                .filter(answer -> !answer.equals(student.answerTo(question)))
                .map(answer -> student.with(question, answer))
                .filter(changed -> levels.indexOf(changed.background()) >= levels.indexOf(student.background()));
    }

    private static List<AnswerSet> changes(AnswerSet student, List<String> questions) {
        var changed = List.of(student);
        for (String question : questions) {
            changed = changed.stream().flatMap(one -> changes(one, question)).toList();
        }
        return changed;
    }

    private static List<List<String>> questionSets(int size) {
        var sets = new ArrayList<List<String>>();
        for (int bits = 0; bits < 1 << QUESTIONS.size(); bits++) {
            int chosen = bits;
            if (Integer.bitCount(bits) == size) {
                sets.add(QUESTIONS.stream()
                        .filter(question -> (chosen >> QUESTIONS.indexOf(question) & 1) == 1)
                        .toList());
            }
        }
        return sets;
    }

    private Optional<ExpectedWhatIf> smallestChange(
            AnswerSet student, String track, IntFunction<List<AnswerSet>> changes) {
        for (int questions = 1; questions <= QUESTIONS.size(); questions++) {
            var best = changes.apply(questions).stream()
                    .filter(changed -> first(changed).equals(track))
                    .min(byChangedOptions(student));
            if (best.isPresent()) {
                return best.map(changed -> whatIf(student, changed, track));
            }
        }
        return Optional.empty();
    }

    /** Fewest changed employer options, then questions in order, then positions of options. */
    private static Comparator<AnswerSet> byChangedOptions(AnswerSet student) {
        return Comparator.<AnswerSet>comparingInt(changed -> employerOptionsChanged(student, changed))
                .thenComparing(
                        changed -> positions(QUESTIONS, changed(student, changed)),
                        ReferenceRecommender::compareLexicographically)
                .thenComparing((one, other) -> changed(student, one).stream()
                        .mapToInt(question -> compareLexicographically(
                                optionPositions(one, question), optionPositions(other, question)))
                        .filter(difference -> difference != 0)
                        .findFirst()
                        .orElse(0));
    }

    private static int employerOptionsChanged(AnswerSet before, AnswerSet after) {
        return (int) AnswerSet.OPTIONS.get(EMPLOYER).stream()
                .filter(option ->
                        before.employer().contains(option) != after.employer().contains(option))
                .count();
    }

    private static List<Integer> optionPositions(AnswerSet student, String question) {
        return positions(
                AnswerSet.OPTIONS.get(question), AnswerSet.inPublicOrder(question, student.answerTo(question)));
    }

    private static List<Integer> positions(List<String> all, List<String> some) {
        return some.stream().map(all::indexOf).toList();
    }

    /** Compares lexicographically; a prefix comes first. */
    private static int compareLexicographically(List<Integer> one, List<Integer> other) {
        for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
            int difference = one.get(index) - other.get(index);
            if (difference != 0) {
                return difference;
            }
        }
        return one.size() - other.size();
    }

    private static ExpectedWhatIf whatIf(AnswerSet before, AnswerSet after, String track) {
        return new ExpectedWhatIf(
                track,
                changed(before, after).stream()
                        .map(question -> new ExpectedChange(
                                question, AnswerSet.inPublicOrder(question, after.answerTo(question))))
                        .toList());
    }

    private static List<AnswerSet> completions(AnswerSet student) {
        var completed = List.of(student);
        for (String question : student.unknownQuestions()) {
            completed = completed.stream()
                    .flatMap(one -> AnswerSet.knownAnswers(question).stream().map(answer -> one.with(question, answer)))
                    .toList();
        }
        return completed;
    }

    private double averagePossibleFirsts(AnswerSet student, String question) {
        return AnswerSet.knownAnswers(question).stream()
                .mapToInt(
                        answer -> possibleFirsts(student.with(question, answer)).size())
                .average()
                .orElseThrow();
    }

    private static boolean runsOn(AnswerSet student, String... platforms) {
        return Stream.of(platforms).anyMatch(student.employer()::contains);
    }

    private static boolean targets(AnswerSet student, String... industries) {
        return Set.of(industries).contains(student.industry());
    }

    private static boolean aimsFor(AnswerSet student, String... roles) {
        return Set.of(roles).contains(student.role());
    }

    /** A rule of edition 1; the question is empty if the rule is unconditional. */
    public record ReferenceRule(
            String code, String track, String question, int points, Predicate<AnswerSet> condition) {}

    /** A second track and how it was chosen: {@code sequence} or {@code answers}. */
    public record ExpectedSecond(String track, String why) {}

    /** A track and the changes that put it first. */
    public record ExpectedWhatIf(String track, List<ExpectedChange> changes) {}

    /** The name of a question in JSON and its new answer. */
    public record ExpectedChange(String question, List<String> to) {}
}
