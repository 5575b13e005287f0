package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.HttpBrowser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Tests the application with a guide that has a fifth question, which students can leave open. */
class GuideWithFiveQuestionsTest {

    private static final String FOUR_ANSWERS =
            "employerCloud=none&targetIndustry=other&roleFocus=other&mlBackground=expert";

    @RegisterExtension
    static final ApplicationWithGuide application = new ApplicationWithGuide(GuideYaml.withFiveQuestions());

    private final HttpBrowser student = application.student();
    private final ApiClient api = application.api();

    @Test
    void leadsFromFiveAnswersToARecommendation() {
        student.opens("/")
                .sees("Answer five questions about", "five questions, one a page")
                .starts()
                .sees("Question 1 of 5")
                .answers("None of these")
                .answers("Another industry")
                .answers("Another kind of role")
                .answers("Expert")
                .seesHeading("How much time do you have to study?")
                .sees("Question 5 of 5", "Some exams take longer to prepare for than others.")
                .presses("Continue")
                .gets(400)
                .seesProblem("Select how much time you have, or that you are not sure")
                .answers("Full time")
                .seesHeading("Check your answers")
                .sees("Time Full time")
                .presses("Get my recommendation")
                .gets(200)
                .seesHeading("Start with Google Machine Learning Engineer")
                .sees(
                        "A clear result: 6 points ahead.",
                        "Only another employer cloud or time to study would change it.",
                        "You have the whole day to study Our decision",
                        "If you had the evenings instead of the whole day, you would start with AWS.")
                .presses("Add to calendar")
                .gets(200);
    }

    @Test
    void whatIfShowsTheResultWithTheChangedAnswer() {
        application
                .recommends(FOUR_ANSWERS + "&studyTime=full-time")
                .follows("Try it: AWS first")
                .seesHeading("What if you had the evenings instead of the whole day?")
                .presses("Keep this one")
                .seesHeading("Start with AWS Machine Learning Engineer");
    }

    @Test
    void absentAnswerIsAGapAndAnEmptyOneIsNotKnown() {
        student.opens("/questionnaire/check?" + FOUR_ANSWERS)
                .sees("Time Not answered yet Answer")
                .follows("Continue with the next question")
                .seesHeading("How much time do you have to study?")
                .seesTicked();
        student.opens("/questionnaire/check?" + FOUR_ANSWERS + "&studyTime=")
                .sees("Time I am not sure Change")
                .presses("Get my recommendation")
                .gets(200)
                .sees(
                        "It hangs on your time to study: Google is possible, too.",
                        "Time You did not answer this. It takes away no points.");
        student.opens("/questionnaire/study-time?" + FOUR_ANSWERS + "&studyTime=")
                .seesTicked("I am not sure");
    }

    @Test
    void unknownOptionIsABadRequest() {
        student.opens("/questionnaire/check?" + FOUR_ANSWERS + "&studyTime=weekends")
                .gets(400);
    }

    @Test
    void guidePageExplainsTheRule() {
        student.opens("/guide")
                .sees("Time: Full time", "The published guide does not ask for the time.", "time to study");
    }

    @Test
    void apiTakesAMissingAnswerAsNotKnown() {
        var document = preview("");
        assertThat(document.at("/answers/studyTime").stringValue()).isEqualTo("not-sure");
        assertThat(document.at("/first/track").stringValue()).isEqualTo("aws");
        assertThat(texts(document.at("/unknown/possibleFirsts"))).containsExactly("aws", "google");
        assertThat(document.at("/unknown/findOut").stringValue()).isEqualTo("studyTime");
        assertThat(preview(",\"studyTime\":\"not-sure\"")).isEqualTo(document);
    }

    @Test
    void apiScoresTheAnswer() {
        var document = preview(",\"studyTime\":\"full-time\"");
        assertThat(document.at("/first/track").stringValue()).isEqualTo("google");
        assertThat(document.at("/ranking/0/reasons/0/rule").stringValue()).isEqualTo("google-time");
        assertThat(document.at("/ranking/0/reasons/0/question").stringValue()).isEqualTo("studyTime");
        assertThat(document.at("/firmness/lead").intValue()).isEqualTo(7 - 1);
        assertThat(document.at("/firmness/of").intValue()).isEqualTo(31 + 12 + 5 + 0 + 1);
        assertThat(texts(document.at("/firmness/hangsOn"))).contains("studyTime");
        assertThat(document.at("/whatIf/0/changes/0/question").stringValue()).isEqualTo("studyTime");
        assertThat(texts(document.at("/whatIf/0/changes/0/to"))).containsExactly("evenings");
        assertThat(document.at("/unknown").isNull()).isTrue();
    }

    @Test
    void apiRequiresTheOtherAnswersAndRejectsWrongOnes() {
        assertThat(violations("{\"targetIndustry\":\"other\",\"roleFocus\":\"other\",\"mlBackground\":\"expert\"}"))
                .containsExactly("employerCloud");
        assertThat(violations(body(",\"studyTime\":null"))).containsExactly("studyTime");
        assertThat(violations(body(",\"studyTime\":\"\""))).containsExactly("studyTime");
        assertThat(violations(body(",\"studyTime\":[\"full-time\"]"))).containsExactly("studyTime");
    }

    @Test
    void sameKeyWithAndWithoutTheUnknownAnswerIsTheSameRequest() {
        var key = "a-key-for-the-fifth-question";
        var saved = api.posts("/api/v1/recommendations", body(""), "Idempotency-Key", key);
        var again = api.posts("/api/v1/recommendations", body(",\"studyTime\":\"not-sure\""), "Idempotency-Key", key);
        var other = api.posts("/api/v1/recommendations", body(",\"studyTime\":\"evenings\""), "Idempotency-Key", key);
        assertThat(saved.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(saved.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.gets("/api/v1/recommendations/" + saved.json().at("/id").stringValue())
                        .json())
                .isEqualTo(saved.json());
    }

    @Test
    void apiDescribesTheQuestion() {
        var question = api.gets("/api/v1/guide").json().at("/questions/4");
        assertThat(question.at("/question").stringValue()).isEqualTo("studyTime");
        assertThat(question.at("/required").booleanValue()).isFalse();
        var answers = api.gets("/v3/api-docs").json().at("/components/schemas/Answers");
        assertThat(texts(answers.at("/properties/studyTime/enum")))
                .containsExactly("evenings", "full-time", "not-sure");
        assertThat(texts(answers.at("/required")))
                .containsExactlyInAnyOrder("employerCloud", "targetIndustry", "roleFocus", "mlBackground");
    }

    @Test
    void casePageShowsTheAnswer() {
        application
                .advisorOpens(application.save(body(",\"studyTime\":\"full-time\"")))
                .sees("Time Full time", "You have the whole day to study", "the same")
                .doesNotSee("differs")
                .follows("Try other answers")
                .sees("Time Full time");
    }

    @Test
    void queueHasAFilterByTheAnswer() {
        var evenings = save(",\"studyTime\":\"evenings\"");
        var fullTime = save(",\"studyTime\":\"full-time\"");
        var notSure = save("");
        var advisor = application.advisor();
        advisor.opens("/advisor?time=full-time").gets(200).sees(fullTime).doesNotSee(evenings, notSure);
        advisor.selects("Time", "I am not sure")
                .presses("Apply filters")
                .sees(notSure)
                .doesNotSee(evenings, fullTime);
        advisor.selects("Time", "Any amount of time").presses("Apply filters").sees(evenings, fullTime, notSure);
        advisor.opens("/advisor?time=weekends").gets(400).sees("There is no answer called \"weekends\".");
    }

    @Test
    void exportHasAColumnWithTheAnswer() {
        var reference = save(",\"studyTime\":\"full-time\"");
        var csv = application
                .advisor()
                .opens("/advisor/cases.csv?time=full-time")
                .page()
                .response()
                .body();
        assertThat(csv.lines().findFirst().orElseThrow())
                .contains(",ML background,ML background label,Time,Time label,Decided first,");
        assertThat(csv.lines().filter(line -> line.startsWith(reference)))
                .singleElement()
                .asString()
                .contains(",full-time,");
    }

    @Test
    void insightsCountTheRule() {
        var advisor = application
                .advisorOpens(application.save(body(",\"studyTime\":\"full-time\"")))
                .chooses("Agree with the recommendation")
                .presses("Save")
                .gets(200);
        advisor.opens("/advisor/insights").gets(200).sees("google-time You have the time that the Google exam takes.");
    }

    private JsonNode preview(String more) {
        return application.preview(body(more));
    }

    private List<String> violations(String body) {
        var response = api.posts("/api/v1/preview", body);
        assertThat(response.status()).isEqualTo(400);
        return response.json()
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/field").stringValue())
                .toList();
    }

    /** A body with four answers and further fields. */
    private static String body(String more) {
        return "{\"employerCloud\":[\"none\"],\"targetIndustry\":\"other\",\"roleFocus\":\"other\",\"mlBackground\":\"expert\""
                + more + "}";
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    /** Saves a recommendation with four answers and further fields, and returns its reference. */
    private String save(String more) {
        return application.saveAndGetReference(body(more));
    }
}
