package dev.certpath.guide;

import static dev.certpath.guide.InvalidGuideCase.invalidGuide;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a guide that cases can't be stored and searched by is rejected. */
class GuideRequirementsTest {

    private static final String CODE = "1 to 40 lower-case letters, digits and hyphens";
    private static final String LONG_CODE = "x".repeat(41);
    private static final String BACKGROUND = "  - question: ml-background\n";
    private static final String LAST_PLATFORM = "      - { option: none, label: None of these,";
    private static final String LAST_INDUSTRY = "      - { option: other, label: Another industry,";
    private static final String LAST_TRACK = "# For tracks with equal points";
    private static final String FIRST_RULE = "  - rule: aws-employer\n";
    private static final String FIRST_QUESTION = "- question: employer-cloud";
    private static final String LONG_QUESTIONS = repeat(
            5,
            number -> question("q" + number, "q".repeat(39) + number, "o".repeat(40))
                    .replace("kind: level,", "kind: level, required: true,")
                    .replace(", unknown: { option: u, label: U }", ""));

    @ParameterizedTest(name = "{0}")
    @MethodSource({"invalidCodes", "exceededLimits"})
    void reportsEveryViolationWithItsLine(InvalidGuideCase invalidGuide) {
        var yaml = invalidGuide.yaml();
        assertThat(yaml.violations()).isEqualTo(invalidGuide.expectedViolations(yaml));
    }

    static Stream<InvalidGuideCase> invalidCodes() {
        return Stream.of(
                invalidGuide(
                                "option code that is too long",
                                yaml -> yaml.inEdition(LAST_INDUSTRY, option(LONG_CODE) + LAST_INDUSTRY))
                        .violationInEdition(option(LONG_CODE).strip(), "'option' must consist of " + CODE),
                invalidGuide(
                                "option code with a blank",
                                yaml -> yaml.inEdition(LAST_INDUSTRY, option("outer space") + LAST_INDUSTRY))
                        .violationInEdition(option("outer space").strip(), "'option' must consist of " + CODE),
                invalidGuide("empty option code", yaml -> yaml.inEdition(LAST_INDUSTRY, option("\"\"") + LAST_INDUSTRY))
                        .violationInEdition(option("\"\"").strip(), "'option' is empty"),
                invalidGuide(
                                "code of the unknown answer in upper case",
                                yaml -> yaml.inEdition(
                                        "{ option: undecided, label: I do not know yet }\n\n  - question: ml-background",
                                        "{ option: Undecided, label: I do not know yet }\n\n  - question: ml-background"))
                        .violationInEdition("{ option: Undecided", "'option' must consist of " + CODE),
                invalidGuide(
                                "question code in upper case",
                                yaml -> yaml.inEdition(BACKGROUND, question("Years", "years") + BACKGROUND)
                                        .inEdition("ml-background]\n", "ml-background, Years]\n"))
                        .violationInEdition("question: Years", "'question' must consist of " + CODE),
                invalidGuide(
                                "reserved question code",
                                yaml -> yaml.inEdition(BACKGROUND, question("check", "years") + BACKGROUND)
                                        .inEdition("ml-background]\n", "ml-background, check]\n"))
                        .violationInEdition("question: check", "'check' is a reserved name"),
                invalidGuide(
                                "parameter with a hyphen",
                                yaml -> yaml.inEdition(BACKGROUND, question("years", "work-years") + BACKGROUND)
                                        .inEdition("ml-background]\n", "ml-background, years]\n"))
                        .violationInEdition(
                                "question: years",
                                "'parameter' must consist of a letter and up to 39 further letters and digits"),
                invalidGuide(
                                "reserved parameter",
                                yaml -> yaml.inEdition(BACKGROUND, question("years", "asOf") + BACKGROUND)
                                        .inEdition("ml-background]\n", "ml-background, years]\n"))
                        .violationInEdition("question: years", "'asOf' is a reserved name"),
                invalidGuide(
                                "parameter that the form of a pin uses",
                                yaml -> yaml.inEdition(BACKGROUND, question("years", "reason") + BACKGROUND)
                                        .inEdition("ml-background]\n", "ml-background, years]\n"))
                        .violationInEdition("question: years", "'reason' is a reserved name"),
                invalidGuide(
                                "filter that the queue uses",
                                yaml -> yaml.inEdition("filter: background", "filter: change"))
                        .violationInEdition("filter: change", "'change' is a reserved name"),
                invalidGuide(
                                "reserved option",
                                yaml -> yaml.inEdition(LAST_PLATFORM, option("not-known") + LAST_PLATFORM))
                        .violationInEdition("{ option: aws,", "'not-known' is a reserved name"),
                invalidGuide(
                                "reserved code of the unknown answer",
                                yaml -> yaml.inEdition(
                                        "{ option: undecided, label: I do not know yet }\n\n  - question: ml-background",
                                        "{ option: not-known, label: I do not know yet }\n\n  - question: ml-background"))
                        .violationInEdition("{ option: applied-ai,", "'not-known' is a reserved name"),
                invalidGuide(
                                "track code with an underscore",
                                yaml -> yaml.inEdition(LAST_TRACK, track("an_other") + LAST_TRACK))
                        .violationInEdition(track("an_other").strip(), "'track' must consist of " + CODE),
                invalidGuide(
                                "rule code that is too long",
                                yaml -> yaml.inEdition(FIRST_RULE, "  - rule: " + LONG_CODE + "\n"))
                        .violationInEdition("rule: " + LONG_CODE, "'rule' must consist of " + CODE),
                invalidGuide(
                                "exam code that is too long",
                                yaml -> yaml.inEdition("names: PMLE", "names: " + LONG_CODE)
                                        .inExams("exam: PMLE", "exam: " + LONG_CODE))
                        .violationInExams(
                                "exam: " + LONG_CODE,
                                "'exam' must consist of 1 to 40 letters, digits, dots, hyphens and single blanks"));
    }

    static Stream<InvalidGuideCase> exceededLimits() {
        return Stream.of(
                invalidGuide(
                                "guide that is not yet valid",
                                yaml -> yaml.inEdition("claims-from: 2026-01-01", "claims-from: 2026-11-24"))
                        .violationInEdition("claims-from: 2026-11-24", "the guide is not valid on 2026-11-23"),
                invalidGuide(
                                "too many tracks",
                                yaml -> yaml.inEdition(
                                        LAST_TRACK, repeat(18, number -> track("t" + number)) + LAST_TRACK))
                        .violationInEdition("- track: aws", "a guide has 2 to 20 tracks, this one has 21"),
                invalidGuide("too many points", yaml -> yaml.inEdition("points: 1\n", "points: 1001\n"))
                        .violationInEdition("points: 1001", "rule aws-demand needs 1 to 1000 points"),
                invalidGuide(
                                "second exam that is too late",
                                yaml -> yaml.inEdition("second-within-months: 12", "second-within-months: 121"))
                        .violationInEdition(
                                "second-within-months: 121",
                                "'second-within-months' must be a whole number from 1 to 120"),
                invalidGuide(
                                "exam that is booked too early",
                                yaml -> yaml.inEdition("book-weeks-ahead: 4", "book-weeks-ahead: 53"))
                        .violationInEdition(
                                "book-weeks-ahead: 53", "'book-weeks-ahead' must be a whole number from 0 to 52"),
                invalidGuide(
                                "day that is too early",
                                yaml -> yaml.inEdition("claims-from: 2026-01-01", "claims-from: -0001-01-01"))
                        .violationInEdition(
                                "claims-from: -0001-01-01", "'claims-from' must be a date such as 2026-11-23"),
                invalidGuide(
                                "null character",
                                yaml -> yaml.inEdition("subject: kind of role", "subject: \"kind of role\\0\""))
                        .violationInEdition("subject: \"kind of role", "'subject' has a control character"),
                invalidGuide(
                                "half of a surrogate pair",
                                yaml -> yaml.inEdition("subject: kind of role", "subject: \"kind of role\\ud800\""))
                        .violationInEdition("subject: \"kind of role", "'subject' has a control character"),
                invalidGuide(
                                "text that is too long",
                                yaml -> yaml.inEdition("subject: kind of role", "subject: " + "x".repeat(1001)))
                        .violationInEdition("subject: x", "'subject' is longer than 1000 characters"),
                invalidGuide(
                                "too many long rules",
                                yaml -> yaml.inEdition(
                                        FIRST_RULE, repeat(50, number -> rule(number, "note: N")) + FIRST_RULE))
                        .violationInEdition(
                                rule(1, "note: N")
                                        .lines()
                                        .findFirst()
                                        .orElseThrow()
                                        .strip(),
                                "the codes of rules that can apply together can be longer than 2000 characters"),
                invalidGuide(
                                "rules with too much text",
                                yaml -> yaml.inEdition(
                                        FIRST_RULE,
                                        repeat(40, number -> rule(number, "note: N"))
                                                        .replace("says: S", "says: " + "s".repeat(1000))
                                                        .replace("basis: B", "basis: " + "b".repeat(1000))
                                                + FIRST_RULE))
                        .violationInEdition(
                                "r".repeat(38) + 11 + ",",
                                "the texts of rules that can apply together can be longer than 60000 characters"),
                invalidGuide(
                                "answers that are too long together",
                                yaml -> yaml.withoutExample()
                                        .inEdition(BACKGROUND, LONG_QUESTIONS + BACKGROUND)
                                        .inEdition("ml-background]\n", "ml-background, q1, q2, q3, q4, q5]\n"))
                        .violationInEdition(
                                FIRST_QUESTION,
                                "the codes of the answers to all questions can be longer than 580 characters"));
    }

    @Test
    void acceptsLongRulesThatCanNotApplyTogether() {
        var rules = repeat(25, number -> rule(number, "when: { target-industry: [media] }"))
                + repeat(25, number -> rule(25 + number, "when: { target-industry: [energy] }"));
        assertThat(rules.length()).isGreaterThan(2000);
        assertThat(GuideYaml.published()
                        .inEdition(FIRST_RULE, rules + FIRST_RULE)
                        .violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "a-b-c", "0123456789012345678901234567890123456789"})
    void acceptsCodesOfUpTo40Characters(String code) {
        var yaml = GuideYaml.published().inEdition(LAST_INDUSTRY, option(code) + LAST_INDUSTRY);
        assertThat(yaml.violations()).isEmpty();
    }

    private static String option(String code) {
        return "      - { option: " + code + ", label: L, phrase: P }\n";
    }

    private static String track(String code) {
        return "  - { track: " + code + ", name: N, provider: P, mark: N, names: PMLE }\n";
    }

    private static String question(String code, String parameter) {
        return question(code, parameter, "a");
    }

    private static String question(String code, String parameter, String option) {
        return "  - { question: " + code + ", parameter: " + parameter
                + ", kind: level, label: L, subject: S, title: T, hint: H, why: W, receipt: R, change: C,"
                + " first-time: F, missing: M, options: [{ option: " + option
                + ", label: A, phrase: A }], unknown: { option: u, label: U } }\n";
    }

    private static String rule(int number, String condition) {
        return "  - { rule: " + "r".repeat(38) + (10 + number) + ", track: aws, points: 1, " + condition
                + ", says: S, receipt: R, basis: B }\n";
    }

    private static String repeat(int count, IntFunction<String> text) {
        return IntStream.rangeClosed(1, count).mapToObj(text).collect(Collectors.joining());
    }
}
