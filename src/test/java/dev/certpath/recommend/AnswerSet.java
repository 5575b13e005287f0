package dev.certpath.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers to the four questions as codes. Independent of the production code, so that tests can compare against it.
 *
 * @param employer the platforms of the employer; empty if not known
 * @param industry the industry, or {@code undecided}
 * @param role the role, or {@code undecided}
 * @param background the ML background
 */
public record AnswerSet(Set<String> employer, String industry, String role, String background) {

    public static final String EMPLOYER = "employerCloud";
    public static final String INDUSTRY = "targetIndustry";
    public static final String ROLE = "roleFocus";
    public static final String BACKGROUND = "mlBackground";

    /** The questions by their JSON names, in their order. */
    public static final List<String> QUESTIONS = List.of(EMPLOYER, INDUSTRY, ROLE, BACKGROUND);

    /** The codes of the known options, in their public order. */
    public static final Map<String, List<String>> OPTIONS = Map.of(
            EMPLOYER, List.of("aws", "google-cloud", "azure", "microsoft-365", "kubernetes", "none"),
            INDUSTRY,
                    List.of(
                            "ai-first",
                            "education",
                            "energy",
                            "financial-services",
                            "government",
                            "healthcare",
                            "large-technology",
                            "logistics",
                            "manufacturing",
                            "media",
                            "retail",
                            "telecommunications",
                            "other"),
            ROLE, List.of("applied-ai", "custom-models", "data-engineering", "ml-research", "mlops", "other"),
            BACKGROUND, List.of("none", "foundations", "practitioner", "expert"));

    private static final String UNDECIDED = "undecided";
    private static final Map<String, List<Set<String>>> KNOWN = Map.of(
            EMPLOYER, employers(),
            INDUSTRY, singles(INDUSTRY),
            ROLE, singles(ROLE),
            BACKGROUND, singles(BACKGROUND));
    private static final List<AnswerSet> ALL_COMBINATIONS = combinations();

    /** All combinations of answers. */
    public static List<AnswerSet> allCombinations() {
        return ALL_COMBINATIONS;
    }

    /** The known answers to a question: for the employer 31 sets and {@code none}, otherwise each option. */
    public static List<Set<String>> knownAnswers(String question) {
        return KNOWN.get(question);
    }

    /** The options chosen for a question; empty if not known. */
    public Set<String> answerTo(String question) {
        return switch (question) {
            case EMPLOYER -> employer;
            case INDUSTRY -> industry.equals(UNDECIDED) ? Set.of() : Set.of(industry);
            case ROLE -> role.equals(UNDECIDED) ? Set.of() : Set.of(role);
            case BACKGROUND -> Set.of(background);
            default -> throw new IllegalArgumentException(question);
        };
    }

    /** A copy with another answer to one question; an empty set means not known. */
    public AnswerSet with(String question, Set<String> answer) {
        String single = answer.isEmpty() ? UNDECIDED : answer.iterator().next();
        return switch (question) {
            case EMPLOYER -> new AnswerSet(answer, industry, role, background);
            case INDUSTRY -> new AnswerSet(employer, single, role, background);
            case ROLE -> new AnswerSet(employer, industry, single, background);
            case BACKGROUND -> new AnswerSet(employer, industry, role, single);
            default -> throw new IllegalArgumentException(question);
        };
    }

    /** The questions whose answers are not known, in order. */
    public List<String> unknownQuestions() {
        return QUESTIONS.stream()
                .filter(question -> answerTo(question).isEmpty())
                .toList();
    }

    /** The codes by name in JSON, in public order; a single code is a list of one. */
    public Map<String, List<String>> codes() {
        var codes = new LinkedHashMap<String, List<String>>();
        codes.put(EMPLOYER, inPublicOrder(EMPLOYER, employer));
        codes.put(INDUSTRY, List.of(industry));
        codes.put(ROLE, List.of(role));
        codes.put(BACKGROUND, List.of(background));
        return codes;
    }

    /** The codes as in URLs and forms, where an empty {@code employerCloud} means not known. */
    public Map<String, List<String>> parameters() {
        var parameters = codes();
        if (employer.isEmpty()) {
            parameters.put(EMPLOYER, List.of(""));
        }
        return parameters;
    }

    /** Sorts options of a question in public order. */
    public static List<String> inPublicOrder(String question, Set<String> chosen) {
        return OPTIONS.get(question).stream().filter(chosen::contains).toList();
    }

    /** Written out, like {@code hashCode}, because it is called millions of times and the default is slower. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof AnswerSet that
                        && background.equals(that.background)
                        && role.equals(that.role)
                        && industry.equals(that.industry)
                        && employer.equals(that.employer);
    }

    @Override
    public int hashCode() {
        return ((employer.hashCode() * 31 + industry.hashCode()) * 31 + role.hashCode()) * 31 + background.hashCode();
    }

    private static List<AnswerSet> combinations() {
        var all = new ArrayList<AnswerSet>();
        for (Set<String> employer : withUnknown(KNOWN.get(EMPLOYER))) {
            for (String industry : withUndecided(OPTIONS.get(INDUSTRY))) {
                for (String role : withUndecided(OPTIONS.get(ROLE))) {
                    OPTIONS.get(BACKGROUND)
                            .forEach(background -> all.add(new AnswerSet(employer, industry, role, background)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<Set<String>> withUnknown(List<Set<String>> known) {
        return Stream.concat(known.stream(), Stream.of(Set.<String>of())).toList();
    }

    private static List<String> withUndecided(List<String> known) {
        return Stream.concat(known.stream(), Stream.of(UNDECIDED)).toList();
    }

    private static List<Set<String>> employers() {
        var platforms = OPTIONS.get(EMPLOYER).subList(0, 5);
        var sets = IntStream.range(1, 1 << platforms.size()).mapToObj(bits -> subset(platforms, bits));
        return Stream.concat(sets, Stream.of(Set.of("none"))).toList();
    }

    private static Set<String> subset(List<String> all, int bits) {
        var subset = new LinkedHashSet<String>();
        for (int index = 0; index < all.size(); index++) {
            if ((bits >> index & 1) == 1) {
                subset.add(all.get(index));
            }
        }
        return Set.copyOf(subset);
    }

    private static List<Set<String>> singles(String question) {
        return OPTIONS.get(question).stream().map(Set::of).toList();
    }
}
