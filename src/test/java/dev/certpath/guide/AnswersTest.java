package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.certpath.guide.InvalidAnswerException.Reason;
import dev.certpath.recommend.AnswerSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests parsing of codes into answers and the texts of answers. */
class AnswersTest {

    private static final Guide GUIDE = GuideYaml.published().read();

    private static final Map<String, List<String>> VALID = Map.of(
            "employerCloud", List.of("aws"),
            "targetIndustry", List.of("retail"),
            "roleFocus", List.of("mlops"),
            "mlBackground", List.of("expert"));

    @Test
    void parsesAndFormatsEveryCombinationOfCodes() {
        AnswerSet.allCombinations()
                .forEach(student -> assertThat(
                                Answers.parse(GUIDE, student.parameters()).codes())
                        .as("%s", student)
                        .isEqualTo(student.parameters()));
    }

    @Test
    void questionsListTheirAnswersInPublicOrder() {
        assertThat(GUIDE.questions()).extracting(Question::parameter).isEqualTo(AnswerSet.QUESTIONS);
        GUIDE.questions().forEach(question -> {
            assertThat(question.options())
                    .extracting(Option::code)
                    .isEqualTo(AnswerSet.OPTIONS.get(question.parameter()));
            assertThat(question.knownAnswers())
                    .hasSameSizeAs(AnswerSet.knownAnswers(question.parameter()))
                    .allMatch(Answer::isKnown);
            assertThat(question.answerCount()).isEqualTo(question.allAnswers().size());
        });
    }

    @Test
    void setsOfPlatformsAreInLexicographicOrder() {
        assertThat(question("employerCloud").knownAnswers().subList(0, 6))
                .extracting(Answer::codes)
                .containsExactly(
                        List.of("aws"),
                        List.of("aws", "google-cloud"),
                        List.of("aws", "google-cloud", "azure"),
                        List.of("aws", "google-cloud", "azure", "microsoft-365"),
                        List.of("aws", "google-cloud", "azure", "microsoft-365", "kubernetes"),
                        List.of("aws", "google-cloud", "azure", "kubernetes"));
    }

    @Test
    void ignoresTheOrderOfPlatforms() {
        assertThat(answer("employerCloud", "kubernetes", "aws"))
                .isEqualTo(answer("employerCloud", "aws", "kubernetes"));
        assertThat(answer("employerCloud", "kubernetes", "aws").codes()).containsExactly("aws", "kubernetes");
    }

    @Test
    void acceptsNotKnownWhereTheGuideOffersIt() {
        assertThat(answer("employerCloud", "").isKnown()).isFalse();
        assertThat(answer("targetIndustry", "undecided").isKnown()).isFalse();
        assertThat(answer("roleFocus", "undecided").isKnown()).isFalse();
        assertThat(answer("employerCloud", "none").isKnown()).isTrue();
        assertThat(answer("roleFocus", "other").isKnown()).isTrue();
    }

    @Test
    void reportsAnEmptySelectionAsMissing() {
        GUIDE.questions()
                .forEach(question -> assertThat(reasonFor(question.parameter(), List.of()))
                        .as(question.code())
                        .isEqualTo(Reason.MISSING));
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource({
        "employerCloud,  oracle,              UNKNOWN_OPTION",
        "employerCloud,  aws oracle,          UNKNOWN_OPTION",
        "employerCloud,  AWS,                 UNKNOWN_OPTION",
        "employerCloud,  aws aws,             REPEATED",
        "employerCloud,  none none,           REPEATED",
        "employerCloud,  none aws,            NOT_ALONE",
        "employerCloud,  aws none,            NOT_ALONE",
        "targetIndustry, space,               UNKNOWN_OPTION",
        "targetIndustry, retail media,        SEVERAL",
        "targetIndustry, retail retail,       REPEATED",
        "targetIndustry, retail undecided,    SEVERAL",
        "targetIndustry, undecided undecided, REPEATED",
        "roleFocus,      none,                UNKNOWN_OPTION",
        "roleFocus,      mlops applied-ai,    SEVERAL",
        "mlBackground,   undecided,           UNKNOWN_OPTION",
        "mlBackground,   none expert,         SEVERAL",
    })
    void rejectsInvalidCodesWithTheirReason(String question, String codes, Reason reason) {
        assertThat(reasonFor(question, List.of(codes.split(" ")))).isEqualTo(reason);
    }

    @Test
    void rejectsNotKnownTogetherWithAPlatform() {
        assertThat(reasonFor("employerCloud", List.of("", "aws"))).isEqualTo(Reason.NOT_ALONE);
        assertThat(reasonFor("employerCloud", List.of("aws", ""))).isEqualTo(Reason.NOT_ALONE);
        assertThat(reasonFor("employerCloud", List.of("", ""))).isEqualTo(Reason.REPEATED);
        assertThat(reasonFor("targetIndustry", List.of(""))).isEqualTo(Reason.UNKNOWN_OPTION);
    }

    @Test
    void reportsEveryViolationWithItsRejectedCodes() {
        var codes = Map.of("employerCloud", List.of("aws", "oracle"), "roleFocus", List.of("mlops"));
        assertThatExceptionOfType(InvalidAnswersException.class)
                .isThrownBy(() -> Answers.parse(GUIDE, codes))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(violation -> violation.question().parameter() + " " + violation.reason() + " "
                                + violation.rejectedCodes())
                        .containsExactly(
                                "employerCloud UNKNOWN_OPTION oracle",
                                "targetIndustry MISSING ",
                                "mlBackground MISSING "))
                .withMessage("[employerCloud: UNKNOWN_OPTION, targetIndustry: MISSING, mlBackground: MISSING]");
    }

    @Test
    void ignoresOtherParameters() {
        var codes = new LinkedHashMap<>(VALID);
        codes.put("utm_source", List.of("mail"));
        assertThat(Answers.parse(GUIDE, codes)).isEqualTo(Answers.parse(GUIDE, VALID));
    }

    @Test
    void withReplacesOneAnswerOnly() {
        var before = Answers.parse(GUIDE, VALID);
        var after = before.with(answer("roleFocus", "ml-research"));
        assertThat(after.answerTo(question("roleFocus")).codes()).containsExactly("ml-research");
        assertThat(after.with(answer("roleFocus", "mlops"))).isEqualTo(before);
        assertThat(before.answerTo(question("roleFocus")).codes()).containsExactly("mlops");
    }

    @Test
    void parsesEveryAllowedCode() {
        GUIDE.questions()
                .forEach(question -> question.allowedCodes()
                        .forEach(
                                code -> assertThat(question.parse(List.of(code)).codes())
                                        .containsExactly(code)));
        assertThat(question("employerCloud").allowedCodes()).isEqualTo(AnswerSet.OPTIONS.get("employerCloud"));
        assertThat(question("roleFocus").allowedCodes()).endsWith("other", "undecided");
        assertThat(question("mlBackground").allowedCodes()).isEqualTo(AnswerSet.OPTIONS.get("mlBackground"));
    }

    @Test
    void phraseJoinsTheChosenOptions() {
        assertThat(answer("employerCloud", "aws").phrase()).isEqualTo("AWS");
        assertThat(answer("employerCloud", "aws", "azure").phrase()).isEqualTo("AWS and Azure");
        assertThat(answer("employerCloud", "kubernetes", "aws", "azure").phrase())
                .isEqualTo("AWS, Azure and Kubernetes");
        assertThat(answer("employerCloud", "").phrase()).isEmpty();
    }

    @Test
    void statementDescribesTheAnswer() {
        assertThat(answer("employerCloud", "none").statement())
                .isEqualTo("Your employer runs on none of these platforms");
        assertThat(answer("targetIndustry", "retail").statement()).isEqualTo("You target retail");
        assertThat(answer("mlBackground", "expert").statement()).isEqualTo("You have ML expertise");
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ''             | aws             | your employer ran on AWS
                    aws            | aws azure       | your employer also ran on Azure
                    aws            | aws azure kubernetes | your employer also ran on Azure and Kubernetes
                    aws azure      | azure           | your employer no longer ran on AWS
                    aws azure kubernetes | kubernetes | your employer no longer ran on AWS and Azure
                    aws            | azure           | your employer ran on Azure instead of AWS
                    aws azure      | azure kubernetes | your employer ran on Azure and Kubernetes instead of AWS and Azure
                    none           | aws             | your employer ran on AWS instead of none of these platforms
                    aws            | none            | your employer ran on none of these platforms instead of AWS
                    """)
    void describesAChangeOfEmployer(String before, String after, String text) {
        assertThat(describeChange("employerCloud", before, after)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{2} instead of {1}")
    @CsvSource({
        "roleFocus,      undecided,  mlops,      you preferred MLOps",
        "roleFocus,      mlops,      applied-ai, you preferred applied AI to MLOps",
        "targetIndustry, undecided,  retail,     you preferred retail",
        "targetIndustry, government, retail,     you preferred retail to government",
        "mlBackground,   none,       expert,     you had ML expertise instead of no ML background",
    })
    void describesAChangeOfAnotherAnswer(String question, String before, String after, String text) {
        assertThat(describeChange(question, before, after)).isEqualTo(text);
    }

    private static String describeChange(String question, String before, String after) {
        return answer(question, after.split(" ")).describeChangeFrom(answer(question, before.split(" ")));
    }

    private static Answer answer(String question, String... codes) {
        return question(question).parse(List.of(codes));
    }

    private static Question question(String parameter) {
        return GUIDE.questions().stream()
                .filter(question -> question.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static Reason reasonFor(String question, List<String> codes) {
        var changed = new LinkedHashMap<>(VALID);
        changed.put(question, codes);
        try {
            Answers.parse(GUIDE, changed);
        } catch (InvalidAnswersException invalid) {
            assertThat(invalid.violations()).hasSize(1);
            assertThat(invalid.violations().get(0).question().parameter()).isEqualTo(question);
            return invalid.violations().get(0).reason();
        }
        throw new AssertionError("Valid answer: " + codes);
    }
}
