package dev.certpath.guide;

import static dev.certpath.guide.InvalidGuideCase.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A guide is read whole, or not at all and with every problem named: one case for every kind of fault. */
class GuideReaderTest {

    private static final String QUESTIONS = "[employer-cloud, target-industry, role-focus, ml-background]";
    private static final String TRACKS = "# In the order in which equal tracks are put";
    private static final String TIE_BREAK = "# Equal points: the track";
    private static final String ROLES_AGAIN =
            "  - { question: role-focus, parameter: again, kind: level, label: L, subject: S, title: T, hint: H,"
                    + " why: W, receipt: R, change: C, first-time: F, missing: M, options: [{ option: a, label: A, phrase: A }] }\n";
    private static final String LAST_PLATFORM = "      - { option: none, label: None of these,";
    private static final String MLOPS_OPTION = "- { option: mlops, label: MLOps,";
    private static final String SOURCE_OF_AI_901 = """
                checked: 2026-10-04
                sources:
                  - { fact: Still offered, where: "github.com/maheshmhhiremath2025/hexalabs-website src/content/certifications.ts", dated: 2026-10-04 }
              - exam: AIP-C01
            """;

    @Test
    void thePublishedGuideHasNoFault() {
        assertThat(GuideYaml.published().problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "faultsOfQuestions",
        "faultsOfTracks",
        "faultsOfRules",
        "faultsOfExams",
        "faultsOfChains",
        "faultsOfYaml"
    })
    void everyFaultIsNamedWithItsPlace(InvalidGuideCase fault) {
        var text = fault.text();
        assertThat(text.problems()).isEqualTo(fault.problemsOf(text));
    }

    static Stream<InvalidGuideCase> faultsOfQuestions() {
        return Stream.of(
                fault("a question twice", text -> text.inEdition(TRACKS, ROLES_AGAIN + TRACKS))
                        .inEdition("{ question: role-focus,", "question role-focus is there twice"),
                fault(
                                "a parameter twice",
                                text -> text.inEdition("parameter: roleFocus", "parameter: targetIndustry # again"))
                        .inEdition("parameter: targetIndustry # again", "parameter targetIndustry is there twice"),
                fault("a question of an unknown kind", text -> text.inEdition("kind: level", "kind: levels"))
                        .inEdition("kind: levels", "'kind' is 'levels', expected one of [any-of, one-of, level]"),
                fault("a question without its words", text -> text.inEdition("    subject: kind of role\n", ""))
                        .inEdition("question: role-focus", "'subject' is missing"),
                fault("an empty word", text -> text.inEdition("subject: kind of role", "subject: \"\""))
                        .inEdition("subject: \"\"", "'subject' is empty"),
                fault(
                                "an option twice",
                                text -> text.inEdition(MLOPS_OPTION, "- { option: ml-research, label: MLOps,")
                                        .inEdition("[data-engineering, mlops]", "[data-engineering]"))
                        .inEdition("{ option: ml-research, label: MLOps,", "option ml-research is there twice"),
                fault(
                                "not knowing under an option's code",
                                text -> text.inEdition(
                                        "hint: \"Deploying, running and watching models\", phrase: MLOps }\n      - { option: other,",
                                        "hint: \"Deploying, running and watching models\", phrase: MLOps }\n      - { option: undecided,"))
                        .inEdition(
                                "{ option: undecided, label: I do not know yet }\n\n  - question: ml-background",
                                "option undecided is there twice"),
                fault(
                                "more combinations than can be tried",
                                text -> text.inEdition(LAST_PLATFORM, platforms(16) + LAST_PLATFORM))
                        .inEdition("- question: employer-cloud", "there are more than 2000000 combinations of answers"),
                fault(
                                "more options than can be held",
                                text -> text.inEdition(LAST_PLATFORM, platforms(19) + LAST_PLATFORM))
                        .inEdition("question: employer-cloud", "a question has 1 to 24 options, this one has 25"),
                fault(
                                "a tie-break that leaves a question out",
                                text -> text.inEdition(
                                        "tie-break: [employer-cloud, role-focus, target-industry, ml-background]",
                                        "tie-break: [employer-cloud, role-focus, target-industry]"))
                        .inEdition("tie-break: [", "'tie-break' names every question once: " + QUESTIONS));
    }

    static Stream<InvalidGuideCase> faultsOfTracks() {
        return Stream.of(
                fault(
                                "a track twice",
                                text -> text.inEdition(
                                        TIE_BREAK,
                                        "  - { track: google, name: N, provider: P, mark: N, names: PMLE }\n"
                                                + TIE_BREAK))
                        .inEdition("{ track: google,", "track google is there twice"),
                fault(
                                "a track that most go on to, but that is none",
                                text -> text.inEdition("usually-next: google", "usually-next: gogle"))
                        .inEdition("usually-next: gogle", "there is no other track gogle"),
                fault(
                                "a track that leads to itself",
                                text -> text.inEdition("usually-next: google", "usually-next: aws # itself"))
                        .inEdition("usually-next: aws # itself", "there is no other track aws"));
    }

    static Stream<InvalidGuideCase> faultsOfRules() {
        return Stream.of(
                fault(
                                "two rules of one name",
                                text -> text.inEdition("- rule: aws-role", "- rule: aws-employer # again"))
                        .inEdition("rule: aws-employer # again", "rule aws-employer is there twice"),
                fault(
                                "a rule for an unknown track",
                                text -> text.inEdition(
                                        "- rule: aws-role\n    track: aws", "- rule: aws-role\n    track: amazon"))
                        .inEdition("track: amazon", "there is no track amazon, only [aws, google, azure]"),
                fault(
                                "a rule for no track",
                                text -> text.inEdition("- rule: aws-role\n    track: aws\n", "- rule: aws-role\n"))
                        .inEdition("rule: aws-role", "'track' is missing"),
                fault(
                                "a rule about an unknown question",
                                text -> text.inEdition("{ employer-cloud: [aws] }", "{ employer: [aws] }"))
                        .inEdition("{ employer: [aws] }", "there is no question employer, only " + QUESTIONS),
                fault(
                                "a rule about an unknown option",
                                text -> text.inEdition(
                                        "{ employer-cloud: [azure, microsoft-365] }",
                                        "{ employer-cloud: [azure, office] }"))
                        .inEdition(
                                "{ employer-cloud: [azure, office] }",
                                "question employer-cloud has no option office, only [aws, google-cloud, azure, microsoft-365, kubernetes, none]"),
                fault(
                                "a rule that can never fire",
                                text -> text.inEdition("{ employer-cloud: [aws] }", "{ employer-cloud: [] }"))
                        .inEdition("{ employer-cloud: [] }", "without options this can never fire"),
                fault(
                                "a rule about two questions",
                                text -> text.inEdition(
                                        "{ employer-cloud: [aws] }", "{ employer-cloud: [aws], role-focus: [mlops] }"))
                        .inEdition("{ employer-cloud: [aws], role", "'when' names one question and its options"),
                fault("a rule that weighs nothing", text -> text.inEdition("points: 1\n", "points: 0\n"))
                        .inEdition("points: 0\n", "rule aws-demand needs 1 point or more"),
                fault("a weight in words", text -> text.inEdition("points: 1\n", "points: one\n"))
                        .inEdition("points: one\n", "'points' must be a whole number, not below 0"),
                fault("a weight in parts", text -> text.inEdition("points: 1\n", "points: 1.5\n"))
                        .inEdition("points: 1.5\n", "'points' must be a whole number, not below 0"),
                fault("a weight below nothing", text -> text.inEdition("points: 1\n", "points: -1\n"))
                        .inEdition("points: -1\n", "'points' must be a whole number, not below 0"),
                fault("no weight", text -> text.inEdition("    points: 1\n", ""))
                        .inEdition("rule: aws-demand", "'points' is missing"),
                fault(
                                "our decision without a reason",
                                text -> text.inEdition(
                                        "    note: The guide says it of AWS and Azure only; what holds for two clouds holds for the third.\n",
                                        ""))
                        .inEdition(
                                "rule: google-employer",
                                "rule google-employer is our decision, so it needs a 'note' that says why"),
                fault(
                                "a rule for everyone without words for the receipt",
                                text -> text.inEdition("    receipt: Most job offers name it\n", ""))
                        .inEdition(
                                "rule: aws-demand",
                                "rule aws-demand fires for everyone, so it needs its own 'receipt'"),
                fault(
                                "a rule without a basis",
                                text -> text.inEdition(
                                        "    receipt: Most job offers name it\n    basis: Choose AWS if\n",
                                        "    receipt: Most job offers name it\n"))
                        .inEdition("rule: aws-demand", "'basis' is missing"));
    }

    static Stream<InvalidGuideCase> faultsOfExams() {
        return Stream.of(
                fault(
                                "an exam twice",
                                text -> text.inExams("- exam: PMLE", "- exam: AI-103 # again")
                                        .inEdition("names: PMLE", "names: AI-103"))
                        .inExams("exam: AI-103\n", "exam AI-103 is there twice"),
                fault(
                                "an exam without a source",
                                text -> text.inExams(SOURCE_OF_AI_901, "    checked: 2026-10-04\n  - exam: AIP-C01\n"))
                        .inExams("exam: AI-901", "exam AI-901 has no source"),
                fault("an exam that was never checked", text -> text.inExams("    checked: 2026-09-14\n", ""))
                        .inExams("exam: AI-102", "'checked' is missing"),
                fault("an exam without a level", text -> text.inExams("    level: specialty\n", ""))
                        .inExams("exam: MLS-C01", "'level' is missing"),
                fault("an exam of an unknown stage", text -> text.inExams("stage: beta", "stage: gamma"))
                        .inExams("stage: gamma", "'stage' is 'gamma', expected one of [standard, beta]"),
                fault("a day in words", text -> text.inExams("checked: 2026-09-14", "checked: mid September"))
                        .inExams("checked: mid September", "'checked' must be a day such as 2026-11-23"),
                fault("a day that there is not", text -> text.inExams("closes: 2026-06-30", "closes: 2026-06-31"))
                        .inExams("closes: 2026-06-31", "'closes' must be a day such as 2026-11-23"),
                fault("a price with its currency", text -> text.inExams("price-usd: 75", "price-usd: 75 USD"))
                        .inExams("price-usd: 75 USD", "'price-usd' must be a whole number, not below 0"),
                fault(
                                "an exam that closes before it opens",
                                text -> text.inExams("opens: 2024-10-08", "opens: 2026-09-29 # late")
                                        .inExams("closes: 2026-03-31", "closes: 2026-09-28 # late"))
                        .inExams("2026-09-28\n    price-usd: 150", "exam MLA-C01 closes before it opens"),
                fault("a source without its date", text -> text.inExams(", dated: 2025-10 }", " }"))
                        .inExams("{ fact: Last day 31 March 2026, where: metaltoad", "'dated' is missing"),
                fault("an exam alongside for an unknown track", text -> text.inExams("track: google", "track: gcp"))
                        .inExams("track: gcp", "there is no track gcp, only [aws, google, azure]"),
                fault(
                                "an exam alongside with a successor",
                                text -> text.inExams("opens: 2026-04-14", "successor: MLA-C02 # too"))
                        .inExams("MLA-C02 # too", "an exam alongside has no successor"));
    }

    static Stream<InvalidGuideCase> faultsOfChains() {
        return Stream.of(
                fault("a track that names no exam there is", text -> text.inEdition("names: PMLE", "names: PCA"))
                        .inEdition("names: PCA", "there is no exam PCA"),
                fault("a successor that there is not", text -> text.inExams("successor: ME1-C02", "successor: MLB-C01"))
                        .inExams("successor: MLB-C01", "there is no exam MLB-C01"),
                fault(
                                "successors in a circle",
                                text -> text.inExams(
                                        "opens: 2027-01-14\n", "opens: 2027-01-14\n    successor: MLS-C01\n"))
                        .inExams("successor: MLS-C01", "the successors of exam MLS-C01 lead back to it"),
                fault("an exam that follows itself", text -> text.inExams("successor: AI-103", "successor: AI-102"))
                        .inExams("successor: AI-102", "the successors of exam AI-102 lead back to it"),
                fault(
                                "an exam that no track reaches",
                                text -> text.inExams("    successor: AI-103\n", "")
                                        .inExams("    closes: 2026-06-30\n", ""))
                        .inExams("exam: AI-103", "exam AI-103 is reached by no track"),
                fault(
                                "a day without an exam between two",
                                text -> text.inExams("opens: 2026-09-29", "opens: 2026-09-30"))
                        .inEdition("track: aws\n    name: AWS", "track aws has no exam on 2026-09-29"),
                fault(
                                "days without an exam at the end",
                                text -> text.inExams(
                                        "opens: 2027-01-14\n", "opens: 2027-01-14\n    closes: 2030-01-14\n"))
                        .inEdition("track: aws\n    name: AWS", "track aws has no exam on 2030-01-15"),
                fault(
                                "a first day without an exam",
                                text -> text.inExams(
                                        "    level: professional\n    stage: standard\n",
                                        "    level: professional\n    stage: standard\n    opens: 2026-01-02\n"))
                        .inEdition("track: google\n    name: Google", "track google has no exam on 2026-01-01"));
    }

    static Stream<InvalidGuideCase> faultsOfYaml() {
        return Stream.of(
                fault(
                                "an unknown name in a rule",
                                text -> text.inEdition(
                                        "    receipt: Most job offers",
                                        "    receit: Again\n    receipt: Most job offers"))
                        .inEdition(
                                "Again",
                                "'receit' is not known here, expected [rule, track, points, when, says, receipt, basis, note]"),
                fault(
                                "an unknown name in the edition",
                                text -> text.inEdition("edition: 1", "edition: 1\nauthor: somebody"))
                        .inEdition(
                                "somebody",
                                "'author' is not known here, expected [claims-from, questions, tracks, rules, edition, tie-break, close-call, outweighs, second-within-months]"),
                fault("an unknown name in the exams", text -> text.inExams("exams:\n", "author: somebody\nexams:\n"))
                        .inExams("author", "'author' is not known here, expected [exams, alongside]"),
                fault("a name twice", text -> text.inEdition("points: 1\n", "points: 1\n    points: 2 # again\n"))
                        .inEdition("points: 2 # again", "'points' is there twice"),
                fault(
                                "a list in place of a text",
                                text -> text.inEdition("basis: Choose AWS if\n\n", "basis: [Choose AWS if]\n\n"))
                        .inEdition("[Choose AWS if]", "'basis' must be a text"),
                fault("nothing in place of a text", text -> text.inEdition("mark: G", "mark:"))
                        .inEdition("mark:\n", "'mark' must be a text"),
                fault(
                                "a text in place of a list",
                                text -> text.inEdition(
                                        "{ employer-cloud: [kubernetes] }", "{ employer-cloud: kubernetes }"))
                        .inEdition("{ employer-cloud: kubernetes }", "'employer-cloud' must be a list")
                        .inEdition("{ employer-cloud: kubernetes }", "without options this can never fire"),
                fault(
                                "a list of lists in place of texts",
                                text -> text.inExams("- Some sources give 170 minutes.", "- [170]"))
                        .inExams("- [170]", "'notes' must be a list of texts"),
                fault(
                                "a text in place of a mapping",
                                text -> text.inEdition(
                                        "- rule: aws-employer\n", "- aws-employer\n  - rule: aws-employer\n"))
                        .inEdition("- aws-employer", "expected a mapping of names to values")
                        .inEdition("- aws-employer", "'rule' is missing")
                        .inEdition("- aws-employer", "'track' is missing")
                        .inEdition("- aws-employer", "'points' is missing")
                        .inEdition("- aws-employer", "'says' is missing")
                        .inEdition("- aws-employer", "'basis' is missing")
                        .inEdition("- aws-employer", "rule ? fires for everyone, so it needs its own 'receipt'"),
                fault("an edition without a number", text -> text.inEdition("edition: 1\n", ""))
                        .inEdition("claims-from", "'edition' is missing"),
                fault("an edition that claims from no day", text -> text.inEdition("claims-from: 2026-01-01\n", ""))
                        .inEdition("edition: 1", "'claims-from' is missing"),
                fault(
                                "broken YAML",
                                text -> text.inEdition(
                                        "when: { employer-cloud: [aws] }", "when: { employer-cloud: [aws }"))
                        .inEdition("{ employer-cloud: [aws }", "expected ',' or ']', but got }"),
                fault(
                                "broken YAML in both files",
                                text -> text.inEdition(
                                                "when: { employer-cloud: [aws] }", "when: { employer-cloud: [aws }")
                                        .inExams("- { fact: 120 minutes,", "- { fact: \"120\" minutes,"))
                        .inEdition("{ employer-cloud: [aws }", "expected ',' or ']', but got }")
                        .inExams("- { fact: \"120\" minutes,", "expected ',' or '}', but got <scalar>"),
                fault("a character that no YAML has", text -> text.inExams("exams:\n", "exams: \u0007\n"))
                        .inExams("# Exams are", "special characters are not allowed"),
                fault("an empty file", text -> new GuideYaml(text.edition(), "# nothing\n"))
                        .inExams("# nothing", "expected a mapping of names to values"));
    }

    @Test
    void severalFaultsAreAllListedFromTopToBottom() {
        var text = GuideYaml.published()
                .inExams("    checked: 2026-09-14\n", "")
                .inEdition("usually-next: google", "usually-next: gogle")
                .inEdition("points: 1\n", "points: 0\n")
                .inExams("track: google", "track: gcp")
                .inEdition("edition: 1\n", "edition: first\n")
                .inEdition("kind: level", "kind: levels")
                .inExams("opens: 2026-09-29", "opens: 2026-09-30");
        assertThat(text.problems())
                .containsExactly(
                        text.placeInEdition("edition: first") + ": 'edition' must be a whole number, not below 0",
                        text.placeInEdition("kind: levels")
                                + ": 'kind' is 'levels', expected one of [any-of, one-of, level]",
                        text.placeInEdition("track: aws\n    name: AWS") + ": track aws has no exam on 2026-09-29",
                        text.placeInEdition("usually-next: gogle") + ": there is no other track gogle",
                        text.placeInEdition("points: 0\n") + ": rule aws-demand needs 1 point or more",
                        text.placeInExams("exam: AI-102") + ": 'checked' is missing",
                        text.placeInExams("track: gcp") + ": there is no track gcp, only [aws, google, azure]");
    }

    @Test
    void theMessageOfAFaultyGuideHoldsEveryProblemOnItsLine() {
        var text = GuideYaml.published()
                .inEdition("points: 1\n", "points: 0\n")
                .inEdition("usually-next: google", "usually-next: gogle");
        assertThatExceptionOfType(InvalidGuideException.class)
                .isThrownBy(text::read)
                .satisfies(faulty -> assertThat(faulty.getMessage().lines()).isEqualTo(faulty.problems()));
    }

    private static String platforms(int count) {
        return Stream.iterate(1, number -> number + 1)
                .limit(count)
                .map(number -> "      - { option: p%d, label: P, phrase: P }%n".formatted(number))
                .reduce("", String::concat);
    }
}
