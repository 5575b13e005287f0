package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.certpath.guide.InvalidAnswerException.Fault;
import dev.certpath.recommend.AnswerSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public codes become answers and answers public codes, here and nowhere else. */
class AnswersTest {

    private static final Guide GUIDE = GuideYaml.published().read();

    private static final Map<String, List<String>> READABLE = Map.of(
            "employerCloud", List.of("aws"),
            "targetIndustry", List.of("retail"),
            "roleFocus", List.of("mlops"),
            "mlBackground", List.of("expert"));

    @Test
    void codesOfEveryCombinationComeBackAsTheyWere() {
        AnswerSet.everyCombination()
                .forEach(student -> assertThat(
                                Answers.read(GUIDE, student.parameters()).codes())
                        .as("%s", student)
                        .isEqualTo(student.parameters()));
    }

    @Test
    void everyQuestionHasItsAnswersInPublicOrder() {
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
    void setsOfPlatformsAreInTheOrderOfADictionary() {
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
    void theOrderInWhichPlatformsAreGivenDoesNotMatter() {
        assertThat(answer("employerCloud", "kubernetes", "aws"))
                .isEqualTo(answer("employerCloud", "aws", "kubernetes"));
        assertThat(answer("employerCloud", "kubernetes", "aws").codes()).containsExactly("aws", "kubernetes");
    }

    @Test
    void notKnowingIsAnAnswerWhereTheGuideHasIt() {
        assertThat(answer("employerCloud", "").isKnown()).isFalse();
        assertThat(answer("targetIndustry", "undecided").isKnown()).isFalse();
        assertThat(answer("roleFocus", "undecided").isKnown()).isFalse();
        assertThat(answer("employerCloud", "none").isKnown()).isTrue();
        assertThat(answer("roleFocus", "other").isKnown()).isTrue();
    }

    @Test
    void nothingChosenIsMissing() {
        GUIDE.questions()
                .forEach(question -> assertThat(faultOf(question.parameter(), List.of()))
                        .as(question.code())
                        .isEqualTo(Fault.MISSING));
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
    void whatIsNoAnswerIsRefusedWithItsFault(String question, String codes, Fault fault) {
        assertThat(faultOf(question, List.of(codes.split(" ")))).isEqualTo(fault);
    }

    @Test
    void notKnowingBesideAPlatformIsRefused() {
        assertThat(faultOf("employerCloud", List.of("", "aws"))).isEqualTo(Fault.NOT_ALONE);
        assertThat(faultOf("employerCloud", List.of("aws", ""))).isEqualTo(Fault.NOT_ALONE);
        assertThat(faultOf("employerCloud", List.of("", ""))).isEqualTo(Fault.REPEATED);
        assertThat(faultOf("targetIndustry", List.of(""))).isEqualTo(Fault.UNKNOWN_OPTION);
    }

    @Test
    void everyFaultIsFoundAtOnceAndNamesItsCulprit() {
        var codes = Map.of("employerCloud", List.of("aws", "oracle"), "roleFocus", List.of("mlops"));
        assertThatExceptionOfType(InvalidAnswersException.class)
                .isThrownBy(() -> Answers.read(GUIDE, codes))
                .satisfies(unreadable -> assertThat(unreadable.faults())
                        .extracting(fault -> fault.question().parameter() + " " + fault.fault() + " " + fault.culprit())
                        .containsExactly(
                                "employerCloud UNKNOWN_OPTION oracle",
                                "targetIndustry MISSING ",
                                "mlBackground MISSING "))
                .withMessage("[employerCloud: UNKNOWN_OPTION, targetIndustry: MISSING, mlBackground: MISSING]");
    }

    @Test
    void otherParametersAreNotLookedAt() {
        var codes = new LinkedHashMap<>(READABLE);
        codes.put("utm_source", List.of("mail"));
        assertThat(Answers.read(GUIDE, codes)).isEqualTo(Answers.read(GUIDE, READABLE));
    }

    @Test
    void withAnotherAnswerTheRestStays() {
        var before = Answers.read(GUIDE, READABLE);
        var after = before.with(answer("roleFocus", "ml-research"));
        assertThat(after.to(question("roleFocus")).codes()).containsExactly("ml-research");
        assertThat(after.with(answer("roleFocus", "mlops"))).isEqualTo(before);
        assertThat(before.to(question("roleFocus")).codes()).containsExactly("mlops");
    }

    @Test
    void everyCodeThatIsAllowedCanBeRead() {
        GUIDE.questions()
                .forEach(question -> question.allowedCodes()
                        .forEach(code ->
                                assertThat(question.read(List.of(code)).codes()).containsExactly(code)));
        assertThat(question("employerCloud").allowedCodes()).isEqualTo(AnswerSet.OPTIONS.get("employerCloud"));
        assertThat(question("roleFocus").allowedCodes()).endsWith("other", "undecided");
        assertThat(question("mlBackground").allowedCodes()).isEqualTo(AnswerSet.OPTIONS.get("mlBackground"));
    }

    @Test
    void chosenOptionsReadAsAList() {
        assertThat(answer("employerCloud", "aws").phrase()).isEqualTo("AWS");
        assertThat(answer("employerCloud", "aws", "azure").phrase()).isEqualTo("AWS and Azure");
        assertThat(answer("employerCloud", "kubernetes", "aws", "azure").phrase())
                .isEqualTo("AWS, Azure and Kubernetes");
        assertThat(answer("employerCloud", "").phrase()).isEmpty();
    }

    @Test
    void anAnswerReadsAsAStatement() {
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
    void anotherEmployerReadsAsWhatWouldBeDifferent(String before, String after, String words) {
        assertThat(insteadOf("employerCloud", before, after)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{2} instead of {1}")
    @CsvSource({
        "roleFocus,      undecided,  mlops,      you preferred MLOps",
        "roleFocus,      mlops,      applied-ai, you preferred applied AI to MLOps",
        "targetIndustry, undecided,  retail,     you preferred retail",
        "targetIndustry, government, retail,     you preferred retail to government",
        "mlBackground,   none,       expert,     you had ML expertise instead of no ML background",
    })
    void anotherAnswerReadsAsWhatWouldBeDifferent(String question, String before, String after, String words) {
        assertThat(insteadOf(question, before, after)).isEqualTo(words);
    }

    private static String insteadOf(String question, String before, String after) {
        return answer(question, after.split(" ")).insteadOf(answer(question, before.split(" ")));
    }

    private static Answer answer(String question, String... codes) {
        return question(question).read(List.of(codes));
    }

    private static Question question(String parameter) {
        return GUIDE.questions().stream()
                .filter(question -> question.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static Fault faultOf(String question, List<String> codes) {
        var changed = new LinkedHashMap<>(READABLE);
        changed.put(question, codes);
        try {
            Answers.read(GUIDE, changed);
        } catch (InvalidAnswersException unreadable) {
            assertThat(unreadable.faults()).hasSize(1);
            assertThat(unreadable.faults().get(0).question().parameter()).isEqualTo(question);
            return unreadable.faults().get(0).fault();
        }
        throw new AssertionError("Can be read: " + codes);
    }
}
