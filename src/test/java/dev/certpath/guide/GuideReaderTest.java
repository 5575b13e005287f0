package dev.certpath.guide;

import static dev.certpath.guide.InvalidGuideCase.invalidGuide;
import static dev.certpath.guide.TrackColour.GREEN;
import static dev.certpath.guide.TrackColour.ORANGE;
import static dev.certpath.guide.TrackColour.SLATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests reading the guide files, with one case per kind of violation. */
class GuideReaderTest {

    private static final String QUESTIONS = "[employer-cloud, target-industry, role-focus, ml-background]";
    private static final String EXAMPLE = "# The start page shows";
    private static final String TIE_BREAK = "# For tracks with equal points";
    private static final String DUPLICATE_QUESTION =
            "  - { question: role-focus, parameter: again, kind: level, required: true, label: L, subject: S, title: T, hint: H,"
                    + " why: W, receipt: R, change: C, first-time: F, missing: M, options: [{ option: a, label: A, phrase: A }] }\n";
    private static final String LAST_PLATFORM = "      - { option: none, label: None of these,";
    private static final String MLOPS_OPTION = "- { option: mlops, label: MLOps,";
    private static final String SOURCE_OF_AI_901 = """
                checked: 2026-10-04
                sources:
                  - fact: Still offered
                    where: "github.com/maheshmhhiremath2025/hexalabs-website src/content/certifications.ts"
                    url: https://github.com/maheshmhhiremath2025/hexalabs-website/blob/HEAD/src/content/certifications.ts
                    dated: 2026-10-04
              - exam: AIP-C01
            """;

    @Test
    void examsThatAreKeptApartCanBeThoseOfOtherTracks() {
        var exams = GuideYaml.withFourTracks()
                .inExams("alongside:\n", "alongside:\n" + additionalExam("oracle"))
                .exams();
        var guide = GuideYaml.published().withExams(exams).readApart();
        assertThat(guide.findExam("1Z0-1122")).isPresent();
        assertThat(guide.additionalExams()).noneMatch(exam -> exam.exam().code().equals("extra"));
        assertThat(GuideYaml.published().withExams(exams).violations())
                .anyMatch(violation -> violation.contains("1Z0-1122 is in the chain of no track"))
                .anyMatch(violation -> violation.contains("there is no track oracle"));
    }

    private static String additionalExam(String track) {
        return """
                  - exam: extra
                    track: %s
                    certification: Another
                    short: Another
                    level: associate
                    price-usd: 1
                    url: https://example.org
                    checked: 2026-10-04
                    says: It is another.
                    sources:
                      - { fact: Price, where: example.org, dated: 2026-10 }
                """.formatted(track);
    }

    @Test
    void acceptsThePublishedGuide() {
        assertThat(GuideYaml.published().violations()).isEmpty();
    }

    @Test
    void exampleIsOptional() {
        assertThat(GuideYaml.published().withoutExample().read().example()).isNull();
    }

    @Test
    void colourOfATrackFollowsFromItsPositionUnlessTheGuideNamesOne() {
        var tracks = GuideYaml.published()
                .inEdition("    colour: green\n", "")
                .inEdition("    colour: blue\n", "    colour: slate\n")
                .read()
                .tracks();
        assertThat(tracks).extracting(Track::colour).containsExactly(ORANGE, GREEN, SLATE);
    }

    @Test
    void filterIsNamedAfterTheQuestionUnlessItHasANameOfItsOwn() {
        var questions = GuideYaml.published()
                .inEdition("    filter: role\n", "")
                .inEdition("    any: Any role\n", "")
                .read()
                .questions();
        assertThat(questions)
                .extracting(Question::filter)
                .containsExactly("employer", "industry", "role-focus", "background");
        assertThat(questions)
                .extracting(question -> question.texts().any())
                .containsExactly("Any platform", "Any industry", "", "Any background");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "invalidQuestions",
        "invalidTracks",
        "invalidExamples",
        "invalidRules",
        "invalidExams",
        "invalidExamChains",
        "invalidYaml"
    })
    void reportsEveryViolationWithItsLine(InvalidGuideCase invalidGuide) {
        var yaml = invalidGuide.yaml();
        assertThat(yaml.violations()).isEqualTo(invalidGuide.expectedViolations(yaml));
    }

    static Stream<InvalidGuideCase> invalidQuestions() {
        return Stream.of(
                invalidGuide("duplicate question", yaml -> yaml.inEdition(EXAMPLE, DUPLICATE_QUESTION + EXAMPLE))
                        .violationInEdition("{ question: role-focus,", "question role-focus is defined twice"),
                invalidGuide(
                                "duplicate parameter",
                                yaml -> yaml.inEdition("parameter: roleFocus", "parameter: targetIndustry # again"))
                        .violationInEdition(
                                "parameter: targetIndustry # again", "parameter targetIndustry is defined twice"),
                invalidGuide(
                                "rule for a retired option",
                                yaml -> yaml.inEdition("phrase: MLOps }", "phrase: MLOps, retired: true }"))
                        .violationInEdition(
                                "when: { role-focus: [data-engineering, mlops] }",
                                "option mlops is retired, so it counts for nothing"),
                invalidGuide(
                                "no option that is not retired",
                                yaml -> GuideYaml.withFiveQuestions()
                                        .inEdition("phrase: the evenings }", "phrase: the evenings, retired: true }")
                                        .inEdition("phrase: the whole day }", "phrase: the whole day, retired: true }"))
                        .violationInEdition("- { option: evenings,", "a question needs an option that is not retired")
                        .violationInEdition(
                                "when: { study-time: [full-time] }",
                                "option full-time is retired, so it counts for nothing"),
                invalidGuide(
                                "retired parameter of a question",
                                yaml -> yaml.inEdition("claims-from:", "retired-parameters: [roleFocus]\nclaims-from:"))
                        .violationInEdition("retired-parameters:", "parameter roleFocus is that of a question"),
                invalidGuide("duplicate filter", yaml -> yaml.inEdition("filter: role", "filter: industry # again"))
                        .violationInEdition("filter: industry # again", "filter industry is defined twice"),
                invalidGuide("filter with a reserved name", yaml -> yaml.inEdition("filter: role", "filter: status"))
                        .violationInEdition("filter: status", "'status' is a reserved name"),
                invalidGuide("filter with a blank", yaml -> yaml.inEdition("filter: role", "filter: my role"))
                        .violationInEdition(
                                "filter: my role",
                                "'filter' must consist of 1 to 40 lower-case letters, digits and hyphens"),
                invalidGuide("unknown kind of question", yaml -> yaml.inEdition("kind: level", "kind: levels"))
                        .violationInEdition(
                                "kind: levels", "'kind' is 'levels', expected one of [any-of, one-of, level]"),
                invalidGuide(
                                "optional question without an unknown answer",
                                yaml -> yaml.inEdition("    kind: level\n    required: true\n", "    kind: level\n"))
                        .violationInEdition(
                                "question: ml-background",
                                "question ml-background is not required, so it needs an 'unknown'"),
                invalidGuide("question without a text", yaml -> yaml.inEdition("    subject: kind of role\n", ""))
                        .violationInEdition("question: role-focus", "'subject' is missing"),
                invalidGuide("empty text", yaml -> yaml.inEdition("subject: kind of role", "subject: \"\""))
                        .violationInEdition("subject: \"\"", "'subject' is empty"),
                invalidGuide(
                                "duplicate option",
                                yaml -> yaml.inEdition(MLOPS_OPTION, "- { option: ml-research, label: MLOps,")
                                        .inEdition("[data-engineering, mlops]", "[data-engineering]")
                                        .inExams("{ role-focus: [mlops] }", "{ role-focus: [ml-research] }"))
                        .violationInEdition(
                                "{ option: ml-research, label: MLOps,", "option ml-research is defined twice"),
                invalidGuide(
                                "unknown answer with the code of an option",
                                yaml -> yaml.inEdition(
                                        "hint: \"Deploying, running and watching models\", phrase: MLOps }\n      - { option: other,",
                                        "hint: \"Deploying, running and watching models\", phrase: MLOps }\n      - { option: undecided,"))
                        .violationInEdition(
                                "{ option: undecided, label: I do not know yet }\n\n  - question: ml-background",
                                "option undecided is defined twice"),
                invalidGuide(
                                "too many combinations",
                                yaml -> yaml.inEdition(LAST_PLATFORM, platforms(5) + LAST_PLATFORM))
                        .violationInEdition(
                                "- question: employer-cloud", "there are more than 200000 combinations of answers"),
                invalidGuide("too many options", yaml -> yaml.inEdition(LAST_PLATFORM, platforms(19) + LAST_PLATFORM))
                        .violationInEdition(
                                "question: employer-cloud", "a question has 1 to 24 options, this one has 25"),
                invalidGuide(
                                "tie-break without a question",
                                yaml -> yaml.inEdition(
                                        "tie-break: [employer-cloud, role-focus, target-industry, ml-background]",
                                        "tie-break: [employer-cloud, role-focus, target-industry]"))
                        .violationInEdition(
                                "tie-break: [", "'tie-break' must name every question exactly once: " + QUESTIONS));
    }

    static Stream<InvalidGuideCase> invalidTracks() {
        return Stream.of(
                invalidGuide(
                                "duplicate track",
                                yaml -> yaml.inEdition(
                                        TIE_BREAK,
                                        "  - { track: google, name: N, provider: P, mark: N, names: PMLE }\n"
                                                + TIE_BREAK))
                        .violationInEdition("{ track: google,", "track google is defined twice"),
                invalidGuide(
                                "unknown usual next track",
                                yaml -> yaml.inEdition("usually-next: google", "usually-next: gogle"))
                        .violationInEdition("usually-next: gogle", "there is no other track gogle"),
                invalidGuide(
                                "usual next track is the track itself",
                                yaml -> yaml.inEdition("usually-next: google", "usually-next: aws # itself"))
                        .violationInEdition("usually-next: aws # itself", "there is no other track aws"),
                invalidGuide("unknown colour", yaml -> yaml.inEdition("colour: green", "colour: lime"))
                        .violationInEdition(
                                "colour: lime",
                                "'colour' is 'lime', expected one of [orange, green, blue, violet, teal, crimson, olive, slate]"));
    }

    static Stream<InvalidGuideCase> invalidExamples() {
        return Stream.of(
                invalidGuide(
                                "example with an unknown option",
                                yaml -> yaml.inEdition("role-focus: [data-engineering]\n", "role-focus: [nursing]\n"))
                        .violationInEdition(
                                "role-focus: [nursing]",
                                "there is no valid answer to question role-focus, its options are [applied-ai, custom-models, data-engineering, ml-research, mlops, other, undecided]"),
                invalidGuide(
                                "example without the answer to a required question",
                                yaml -> yaml.inEdition("    ml-background: [practitioner]\n", ""))
                        .violationInEdition(
                                "employer-cloud: [aws]\n    target-industry",
                                "there is no valid answer to question ml-background, its options are [none, foundations, practitioner, expert]"),
                invalidGuide(
                                "example with an unknown question",
                                yaml -> yaml.inEdition(
                                        "    ml-background: [practitioner]\n",
                                        "    ml-background: [practitioner]\n    age: [old]\n"))
                        .violationInEdition(
                                "age: [old]",
                                "'age' is unknown, expected one of [employer-cloud, target-industry, role-focus, ml-background]"),
                invalidGuide(
                                "example without answers",
                                yaml -> yaml.inEdition(
                                        "  answers:\n    employer-cloud: [aws]\n    target-industry: [financial-services]\n    role-focus: [data-engineering]\n    ml-background: [practitioner]\n",
                                        ""))
                        .violationInEdition("text: someone", "'answers' is missing"),
                invalidGuide(
                                "example without a text",
                                yaml -> yaml.inEdition("  text: someone whose", "  words: someone whose"))
                        .violationInEdition("words: someone", "'text' is missing")
                        .violationInEdition("words: someone", "'words' is unknown, expected one of [text, answers]"));
    }

    static Stream<InvalidGuideCase> invalidRules() {
        return Stream.of(
                invalidGuide(
                                "duplicate rule",
                                yaml -> yaml.inEdition("- rule: aws-role", "- rule: aws-employer # again"))
                        .violationInEdition("rule: aws-employer # again", "rule aws-employer is defined twice"),
                invalidGuide(
                                "rule for an unknown track",
                                yaml -> yaml.inEdition(
                                        "- rule: aws-role\n    track: aws", "- rule: aws-role\n    track: amazon"))
                        .violationInEdition("track: amazon", "there is no track amazon, only [aws, google, azure]"),
                invalidGuide(
                                "rule without a track",
                                yaml -> yaml.inEdition("- rule: aws-role\n    track: aws\n", "- rule: aws-role\n"))
                        .violationInEdition("rule: aws-role", "'track' is missing"),
                invalidGuide(
                                "rule with an unknown question",
                                yaml -> yaml.inEdition("{ employer-cloud: [aws] }", "{ employer: [aws] }"))
                        .violationInEdition("{ employer: [aws] }", "there is no question employer, only " + QUESTIONS),
                invalidGuide(
                                "rule with an unknown option",
                                yaml -> yaml.inEdition(
                                        "{ employer-cloud: [azure, microsoft-365] }",
                                        "{ employer-cloud: [azure, office] }"))
                        .violationInEdition(
                                "{ employer-cloud: [azure, office] }",
                                "question employer-cloud has no option office, only [aws, google-cloud, azure, microsoft-365, kubernetes, none]"),
                invalidGuide(
                                "rule with an empty list of options",
                                yaml -> yaml.inEdition("{ employer-cloud: [aws] }", "{ employer-cloud: [] }"))
                        .violationInEdition("{ employer-cloud: [] }", "without options the condition is never met"),
                invalidGuide(
                                "rule with two questions",
                                yaml -> yaml.inEdition(
                                        "{ employer-cloud: [aws] }", "{ employer-cloud: [aws], role-focus: [mlops] }"))
                        .violationInEdition(
                                "{ employer-cloud: [aws], role",
                                "'when' must name exactly one question and its options"),
                invalidGuide("rule with 0 points", yaml -> yaml.inEdition("points: 1\n", "points: 0\n"))
                        .violationInEdition("points: 0\n", "rule aws-demand needs 1 to 1000 points"),
                invalidGuide("points in words", yaml -> yaml.inEdition("points: 1\n", "points: one\n"))
                        .violationInEdition("points: one\n", "'points' must be a whole number of at least 0"),
                invalidGuide("points with decimals", yaml -> yaml.inEdition("points: 1\n", "points: 1.5\n"))
                        .violationInEdition("points: 1.5\n", "'points' must be a whole number of at least 0"),
                invalidGuide("negative points", yaml -> yaml.inEdition("points: 1\n", "points: -1\n"))
                        .violationInEdition("points: -1\n", "'points' must be a whole number of at least 0"),
                invalidGuide("missing points", yaml -> yaml.inEdition("    points: 1\n", ""))
                        .violationInEdition("rule: aws-demand", "'points' is missing"),
                invalidGuide(
                                "our decision without a note",
                                yaml -> yaml.inEdition(
                                        "    note: The guide says it of AWS and Azure only; what holds for two clouds holds for the third.\n",
                                        ""))
                        .violationInEdition(
                                "rule: google-employer",
                                "rule google-employer is our decision, so it needs a 'note' that says why"),
                invalidGuide(
                                "unconditional rule without a receipt text",
                                yaml -> yaml.inEdition(
                                        "    receipt: The guide's hiring partners ask for it most\n", ""))
                        .violationInEdition(
                                "rule: aws-demand", "rule aws-demand has no condition, so it needs a 'receipt'"),
                invalidGuide(
                                "rule without a basis",
                                yaml -> yaml.inEdition(
                                        "    receipt: The guide's hiring partners ask for it most\n    basis: Choose AWS if\n",
                                        "    receipt: The guide's hiring partners ask for it most\n"))
                        .violationInEdition("rule: aws-demand", "'basis' is missing"));
    }

    static Stream<InvalidGuideCase> invalidExams() {
        return Stream.of(
                invalidGuide(
                                "duplicate exam",
                                yaml -> yaml.inExams("- exam: PMLE", "- exam: AI-103 # again")
                                        .inEdition("names: PMLE", "names: AI-103"))
                        .violationInExams("exam: AI-103\n", "exam AI-103 is defined twice"),
                invalidGuide(
                                "exam without a source",
                                yaml -> yaml.inExams(SOURCE_OF_AI_901, "    checked: 2026-10-04\n  - exam: AIP-C01\n"))
                        .violationInExams("exam: AI-901", "exam AI-901 has no source"),
                invalidGuide("exam without a check date", yaml -> yaml.inExams("    checked: 2026-09-14\n", ""))
                        .violationInExams("exam: AI-102", "'checked' is missing"),
                invalidGuide("exam without a level", yaml -> yaml.inExams("    level: specialty\n", ""))
                        .violationInExams("exam: MLS-C01", "'level' is missing"),
                invalidGuide("exam with an unknown stage", yaml -> yaml.inExams("stage: beta", "stage: gamma"))
                        .violationInExams("stage: gamma", "'stage' is 'gamma', expected one of [standard, beta]"),
                invalidGuide("date in words", yaml -> yaml.inExams("checked: 2026-09-14", "checked: mid September"))
                        .violationInExams("checked: mid September", "'checked' must be a date such as 2026-11-23"),
                invalidGuide("nonexistent date", yaml -> yaml.inExams("closes: 2026-06-30", "closes: 2026-06-31"))
                        .violationInExams("closes: 2026-06-31", "'closes' must be a date such as 2026-11-23"),
                invalidGuide("price with a currency", yaml -> yaml.inExams("price-usd: 75", "price-usd: 75 USD"))
                        .violationInExams("price-usd: 75 USD", "'price-usd' must be a whole number of at least 0"),
                invalidGuide(
                                "exam that closes before it opens",
                                yaml -> yaml.inExams("opens: 2024-10-08", "opens: 2026-09-29 # late")
                                        .inExams("closes: 2026-03-31", "closes: 2026-09-28 # late"))
                        .violationInExams(
                                "2026-09-28\n    closes-language: English", "the exam closes before it opens"),
                invalidGuide(
                                "certainty of a day that is not given",
                                yaml -> yaml.inExams("closes: 2026-06-30", "closes-certainty: expected"))
                        .violationInExams(
                                "closes-certainty: expected\n    price-usd: 165", "'closes-certainty' needs 'closes'"),
                invalidGuide(
                                "unknown certainty",
                                yaml -> yaml.inExams("opens-certainty: expected", "opens-certainty: likely"))
                        .violationInExams(
                                "opens-certainty: likely",
                                "'opens-certainty' is 'likely', expected one of [confirmed, expected]"),
                invalidGuide(
                                "certification that is never valid",
                                yaml -> yaml.inExams("valid-months: 24", "valid-months: 0"))
                        .violationInExams("valid-months: 0", "'valid-months' must be at least 1"),
                invalidGuide("source without a date", yaml -> yaml.inExams("        dated: 2025-10\n", ""))
                        .violationInExams(
                                "fact: Last day 31 March 2026\n        where: metaltoad", "'dated' is missing"),
                invalidGuide(
                                "additional exam for an unknown track",
                                yaml -> yaml.inExams("track: google", "track: gcp"))
                        .violationInExams("track: gcp", "there is no track gcp, only [aws, google, azure]"),
                invalidGuide(
                                "additional exam with a successor",
                                yaml -> yaml.inExams("opens: 2026-04-14", "successor: MLA-C02 # too"))
                        .violationInExams("MLA-C02 # too", "an additional exam can't have a successor"));
    }

    static Stream<InvalidGuideCase> invalidExamChains() {
        return Stream.of(
                invalidGuide("track with an unknown exam", yaml -> yaml.inEdition("names: PMLE", "names: PCA"))
                        .violationInEdition("names: PCA", "there is no exam PCA"),
                invalidGuide("unknown successor", yaml -> yaml.inExams("successor: ME1-C02", "successor: MLB-C01"))
                        .violationInExams("successor: MLB-C01", "there is no exam MLB-C01"),
                invalidGuide(
                                "cycle of successors",
                                yaml -> yaml.inExams(
                                        "opens: 2027-01-14\n", "opens: 2027-01-14\n    successor: MLS-C01\n"))
                        .violationInExams("successor: MLS-C01", "the successors of exam MLS-C01 form a cycle"),
                invalidGuide(
                                "exam that is its own successor",
                                yaml -> yaml.inExams("successor: AI-103", "successor: AI-102"))
                        .violationInExams("successor: AI-102", "the successors of exam AI-102 form a cycle"),
                invalidGuide(
                                "exam in no chain",
                                yaml -> yaml.inExams("    successor: AI-103\n", "")
                                        .inExams("    closes: 2026-06-30\n", ""))
                        .violationInExams("exam: AI-103", "exam AI-103 is in the chain of no track"),
                invalidGuide("gap between two exams", yaml -> yaml.inExams("opens: 2026-09-29", "opens: 2026-09-30"))
                        .violationInEdition("track: aws\n    name: AWS", "track aws has no exam on 2026-09-29"),
                invalidGuide(
                                "no exam after the last one",
                                yaml -> yaml.inExams(
                                        "opens: 2027-01-14\n", "opens: 2027-01-14\n    closes: 2030-01-14\n"))
                        .violationInEdition("track: aws\n    name: AWS", "track aws has no exam on 2030-01-15"),
                invalidGuide(
                                "no exam on the first day",
                                yaml -> yaml.inExams(
                                        "    level: professional\n    stage: standard\n",
                                        "    level: professional\n    stage: standard\n    opens: 2026-01-02\n"))
                        .violationInEdition(
                                "track: google\n    name: Google", "track google has no exam on 2026-01-01"));
    }

    static Stream<InvalidGuideCase> invalidYaml() {
        return Stream.of(
                invalidGuide(
                                "unknown key in a rule",
                                yaml -> yaml.inEdition(
                                        "    receipt: The guide's hiring",
                                        "    receit: Again\n    receipt: The guide's hiring"))
                        .violationInEdition(
                                "Again",
                                "'receit' is unknown, expected one of [rule, track, points, when, says, receipt, basis, note]"),
                invalidGuide(
                                "unknown key in the edition",
                                yaml -> yaml.inEdition("edition: 2", "edition: 2\nauthor: somebody"))
                        .violationInEdition(
                                "somebody",
                                "'author' is unknown, expected one of [claims-from, questions, tracks, rules, edition, name, short-name, tie-break, close-call, outweighs, second-within-months, book-weeks-ahead, example, retired-parameters]"),
                invalidGuide("unknown key in the exams", yaml -> yaml.inExams("exams:\n", "author: somebody\nexams:\n"))
                        .violationInExams("author", "'author' is unknown, expected one of [exams, alongside]"),
                invalidGuide(
                                "duplicate key",
                                yaml -> yaml.inEdition("points: 1\n", "points: 1\n    points: 2 # again\n"))
                        .violationInEdition("points: 2 # again", "'points' is defined twice"),
                invalidGuide(
                                "list instead of a text",
                                yaml -> yaml.inEdition("basis: Choose AWS if\n\n", "basis: [Choose AWS if]\n\n"))
                        .violationInEdition("[Choose AWS if]", "'basis' must be a text"),
                invalidGuide("null instead of a text", yaml -> yaml.inEdition("mark: G", "mark:"))
                        .violationInEdition("mark:\n", "'mark' must be a text"),
                invalidGuide(
                                "text instead of a list",
                                yaml -> yaml.inEdition(
                                        "{ employer-cloud: [kubernetes] }", "{ employer-cloud: kubernetes }"))
                        .violationInEdition("{ employer-cloud: kubernetes }", "'employer-cloud' must be a list")
                        .violationInEdition(
                                "{ employer-cloud: kubernetes }", "without options the condition is never met"),
                invalidGuide(
                                "list of lists instead of texts",
                                yaml -> yaml.inExams("- Some sources give 170 minutes.", "- [170]"))
                        .violationInExams("- [170]", "'notes' must be a list of texts"),
                invalidGuide(
                                "text instead of a mapping",
                                yaml -> yaml.inEdition(
                                        "- rule: aws-employer\n", "- aws-employer\n  - rule: aws-employer\n"))
                        .violationInEdition("- aws-employer", "expected a mapping of keys to values")
                        .violationInEdition("- aws-employer", "'rule' is missing")
                        .violationInEdition("- aws-employer", "'track' is missing")
                        .violationInEdition("- aws-employer", "'points' is missing")
                        .violationInEdition("- aws-employer", "'says' is missing")
                        .violationInEdition("- aws-employer", "'basis' is missing")
                        .violationInEdition("- aws-employer", "rule ? has no condition, so it needs a 'receipt'"),
                invalidGuide("edition without a number", yaml -> yaml.inEdition("edition: 2\n", ""))
                        .violationInEdition("claims-from", "'edition' is missing"),
                invalidGuide("edition without a first day", yaml -> yaml.inEdition("claims-from: 2026-01-01\n", ""))
                        .violationInEdition("edition: 2", "'claims-from' is missing"),
                invalidGuide(
                                "invalid YAML",
                                yaml -> yaml.inEdition(
                                        "when: { employer-cloud: [aws] }", "when: { employer-cloud: [aws }"))
                        .violationInEdition("{ employer-cloud: [aws }", "expected ',' or ']', but got }"),
                invalidGuide(
                                "invalid YAML in both files",
                                yaml -> yaml.inEdition(
                                                "when: { employer-cloud: [aws] }", "when: { employer-cloud: [aws }")
                                        .inExams("- fact: 120 minutes\n", "- fact: \"120\" minutes\n"))
                        .violationInEdition("{ employer-cloud: [aws }", "expected ',' or ']', but got }")
                        .violationInExams("- fact: \"120\" minutes", "expected <block end>, but found '<scalar>'"),
                invalidGuide("character not allowed in YAML", yaml -> yaml.inExams("exams:\n", "exams: \u0007\n"))
                        .violationInExams("# Each exam has", "special characters are not allowed"),
                invalidGuide("empty file", yaml -> new GuideYaml(yaml.edition(), "# nothing\n"))
                        .violationInExams("# nothing", "expected a mapping of keys to values"));
    }

    @Test
    void listsSeveralViolationsFromTopToBottom() {
        var yaml = GuideYaml.published()
                .inExams("    checked: 2026-09-14\n", "")
                .inEdition("usually-next: google", "usually-next: gogle")
                .inEdition("points: 1\n", "points: 0\n")
                .inExams("track: google", "track: gcp")
                .inEdition("edition: 2\n", "edition: first\n")
                .inEdition("kind: level", "kind: levels")
                .inExams("opens: 2026-09-29", "opens: 2026-09-30");
        assertThat(yaml.violations())
                .containsExactly(
                        yaml.locationInEdition("edition: first") + ": 'edition' must be a whole number of at least 0",
                        yaml.locationInEdition("kind: levels")
                                + ": 'kind' is 'levels', expected one of [any-of, one-of, level]",
                        yaml.locationInEdition("track: aws\n    name: AWS") + ": track aws has no exam on 2026-09-29",
                        yaml.locationInEdition("usually-next: gogle") + ": there is no other track gogle",
                        yaml.locationInEdition("points: 0\n") + ": rule aws-demand needs 1 to 1000 points",
                        yaml.locationInExams("exam: AI-102") + ": 'checked' is missing",
                        yaml.locationInExams("track: gcp") + ": there is no track gcp, only [aws, google, azure]");
    }

    @Test
    void exceptionMessageHasOneLinePerViolation() {
        var yaml = GuideYaml.published()
                .inEdition("points: 1\n", "points: 0\n")
                .inEdition("usually-next: google", "usually-next: gogle");
        assertThatExceptionOfType(InvalidGuideException.class)
                .isThrownBy(yaml::read)
                .satisfies(invalid -> assertThat(invalid.getMessage().lines())
                        .isEqualTo(invalid.violations().stream()
                                .map(GuideViolation::toString)
                                .toList()));
    }

    private static String platforms(int count) {
        return Stream.iterate(1, number -> number + 1)
                .limit(count)
                .map(number -> "      - { option: p%d, label: P, phrase: P }%n".formatted(number))
                .reduce("", String::concat);
    }
}
