package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Tests that what was saved under the published guide can be used under another one. */
class GuideChangeTest {

    private static final String ANSWERS =
            "{\"employerCloud\":[\"none\"],\"targetIndustry\":\"other\",\"roleFocus\":\"other\",\"mlBackground\":\"expert\"}";

    @TempDir
    private Path folder;

    private String id = "";
    private String document = "";

    @BeforeEach
    void saveUnderThePublishedGuide() {
        try (var application = TestApplication.on(folder.resolve("data"))) {
            var saved = application.api().posts("/api/v1/recommendations", ANSWERS);
            id = saved.json().at("/id").stringValue();
            document = storedDocument(saved, application);
        }
    }

    @Test
    void answerToANewQuestionCountsAsNotKnown() throws IOException {
        try (var application = start(GuideYaml.withFiveQuestions())) {
            showsTheSavedDocument(application);
            application
                    .student()
                    .opens("/recommendations/" + id)
                    .gets(200)
                    .follows("Change employer cloud")
                    .presses("Continue")
                    .sees("Time Not answered yet");
            application
                    .advisor()
                    .opens("/advisor/cases/" + id)
                    .gets(200)
                    .sees("What the student was told, and today's guide", "the same")
                    .doesNotSee("differs");
        }
    }

    @Test
    void caseWithRetiredQuestionsAndTracksIsStillShown() throws IOException {
        try (var application = start(GuideYaml.withThreeQuestions())) {
            showsTheSavedDocument(application);
            application
                    .student()
                    .opens("/recommendations/" + id)
                    .gets(200)
                    .seesHeading("Start with AWS Machine Learning Engineer")
                    .sees("Employer None of these")
                    .doesNotSee("Change employer cloud");
            application
                    .advisor()
                    .opens("/advisor/cases/" + id)
                    .gets(200)
                    .sees("Today's guide has other questions or options", "First AWS")
                    .doesNotSee("the same", "differs");
        }
    }

    private void showsTheSavedDocument(TestApplication application) {
        var found = application.api().gets("/api/v1/recommendations/" + id);
        assertThat(storedDocument(found, application)).isEqualTo(document);
    }

    /** The JSON without the plan, which is made with the exams in force and never stored. */
    private static String storedDocument(ApiClient.Response response, TestApplication application) {
        return application.removeAddress(
                ((ObjectNode) response.json()).without("plan").toString());
    }

    private TestApplication start(GuideYaml guide) throws IOException {
        return TestApplication.on(
                folder.resolve("data"), guide.settings(Files.createDirectory(folder.resolve("guide"))));
    }
}
