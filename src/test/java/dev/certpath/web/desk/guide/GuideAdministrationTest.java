package dev.certpath.web.desk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Admins change the guide in the browser: they edit a draft, publish it at once or on a day, and take that back. */
class GuideAdministrationTest {

    private static final String ANSWERS = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"none"}""";
    private static final String DEMAND = "    points: 1\n    says: Among the hiring partners";
    private static final String MORE_DEMAND = "    points: 2\n    says: Among the hiring partners";

    private static TestApplication application;

    private final GuideAdmin guide = new GuideAdmin(application);
    private final HttpBrowser admin = guide.browser();

    @BeforeAll
    static void starts() {
        application = TestApplication.start();
    }

    @AfterAll
    static void closes() {
        application.close();
    }

    @AfterEach
    void restoresShippedGuide() {
        guide.restoresShippedGuide();
    }

    @Test
    void publishesTheDraftAtOnceAndShowsTheNewVerdictBesideWhatWasTold() {
        var saved = application.api().posts("/api/v1/recommendations", ANSWERS).json();
        var id = saved.at("/id").stringValue();
        guide.beginsDraft();
        saves(guide.content().replace(DEMAND, MORE_DEMAND))
                .gets(200)
                .sees("The draft is saved", "Ready to be published");
        assertThat(admin.texts(".differences tbody tr")).containsExactly("Rule aws-demand points 1 2");
        assertThat(guide.edition()).isEqualTo(2);

        publishes("now", "").isOn("/advisor/guide").sees("Edition 3 is in force", "Demand has grown");

        assertThat(guide.edition()).isEqualTo(3);
        admin.opens("/advisor/cases/" + id).sees("Points for AWS", "differs", "Rule aws-demand", "1 point", "2 points");
        var told = application.api().gets("/api/v1/recommendations/" + id).json();
        assertThat(told.at("/guideEdition").intValue()).isEqualTo(2);
        assertThat(told.at("/ranking")).isEqualTo(saved.at("/ranking"));
        application.student().opens("/guide").sees("edition 3", "What changed since edition 2", "Rule aws-demand");
    }

    @Test
    void publishesOnADayAndTakesThatBackBeforeIt() {
        guide.beginsDraft();
        saves(guide.content().replace(DEMAND, MORE_DEMAND));
        publishes("day", "2026-12-24").sees("Edition 3 comes into force on 2026-12-24", "to come");
        assertThat(guide.edition()).isEqualTo(2);
        onDay("2026-12-24", () -> assertThat(guide.edition()).isEqualTo(3));
        guide.opens("/advisor/guide/draft").presses("Begin the draft");
        guide.opensDraft().sees("Edition 3 comes into force on 24 December 2026");
        admin.presses("Discard the draft");

        guide.opens("/advisor/guide/editions/2")
                .types("Why", "Back for the holidays")
                .chooses("On a day")
                .types("The day, if it is published on a day", "2026-12-27")
                .presses("Publish edition 2 again")
                .sees("Edition 2 comes into force on 2026-12-27");
        onDay("2026-12-27", () -> assertThat(guide.edition()).isEqualTo(2));

        admin.opens("/advisor/guide")
                .presses("Take back edition 2")
                .sees("The publication is taken back", "taken back by admin");
        onDay("2026-12-27", () -> assertThat(guide.edition()).isEqualTo(3));
        admin.opens("/advisor/guide").presses("Take back edition 3").sees("The publication is taken back");
        onDay("2026-12-24", () -> assertThat(guide.edition()).isEqualTo(2));
    }

    @Test
    void doesNotTakeBackWhatIsInForce() {
        guide.beginsDraft();
        publishes("day", "2026-12-24");
        var publication = admin.html().expectFirst("input[name=withdraw]").val();
        onDay("2026-12-24", () -> {
            var late = application.advisor().opens("/advisor/guide");
            late.posts("/advisor/guide", Map.of("_csrf", List.of(late.csrfToken()), "withdraw", List.of(publication)))
                    .sees("It is too late to take that back");
            assertThat(guide.edition()).isEqualTo(3);
        });
    }

    @Test
    void listsEveryFaultWithItsLineAndPublishesNothingInvalid() {
        guide.beginsDraft();
        var valid = guide.content();
        saves(valid.replace(DEMAND, DEMAND.replace("1", "0")).replace("edition: 3", "edition: 7"))
                .gets(200)
                .sees("To change before it can be published");
        assertThat(admin.texts(".violations li"))
                .containsExactly("Line " + line(valid, DEMAND) + ": rule aws-demand needs 1 to 1000 points points: 0");
        saves(valid.replace("edition: 3", "edition: 7"));
        assertThat(admin.texts(".violations li"))
                .containsExactly("Line 5: 'edition' must be 3, the next number edition: 7");
        guide.posts("act", "publish", "version", guide.version(), "reason", "x", "when", "now")
                .gets(409);
        assertThat(guide.edition()).isEqualTo(2);
    }

    @Test
    void asksToRetireTheOptionsThatSavedRecommendationsHave() {
        application.api().posts("/api/v1/recommendations", ANSWERS);
        guide.beginsDraft();
        var withoutRetail = guide.content()
                .replaceFirst("      - \\{ option: retail,.*\n", "")
                .replace("[financial-services, retail, logistics]", "[financial-services, logistics]");
        saves(withoutRetail);
        assertThat(admin.texts(".violations li"))
                .singleElement()
                .asString()
                .contains("saved recommendations have option retail", "question: target-industry");
        saves(withoutRetail.replace(
                "      - { option: telecommunications,",
                "      - { option: retail, label: Retail, phrase: retail, retired: true }\n"
                        + "      - { option: telecommunications,"));
        publishes("now", "").sees("Edition 3 is in force");

        application.student().opens("/questionnaire/target-industry").doesNotSee("Retail");
        var retired = application.api().posts("/api/v1/preview", ANSWERS);
        assertThat(retired.status()).isEqualTo(200);
        assertThat(retired.json().at("/ranking/0/points").intValue()).isEqualTo(6 + 4 + 1);
        application
                .student()
                .opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=none")
                .gets(200)
                .sees("Retail");
    }

    @Test
    void asksToKeepTheParameterAndTheUnknownAnswerThatSavedRecommendationsHave() {
        application.api().posts("/api/v1/recommendations", ANSWERS.replace("mlops", "undecided"));
        guide.beginsDraft();
        var valid = guide.content();
        var renamed = valid.replace("parameter: targetIndustry", "parameter: industry");
        saves(renamed);
        assertThat(admin.texts(".violations li"))
                .singleElement()
                .asString()
                .contains("saved recommendations answer question target-industry by the parameter targetIndustry")
                .contains("add it to 'retired-parameters'");
        saves(renamed.replace("\nquestions:", "\nretired-parameters: [targetIndustry]\n\nquestions:"))
                .sees("The saved text is a valid edition");

        var role = valid.indexOf("question: role-focus");
        saves(valid.substring(0, role) + valid.substring(role).replaceFirst("option: undecided", "option: unsure"));
        assertThat(admin.texts(".violations li"))
                .singleElement()
                .asString()
                .contains("do not know the answer to question role-focus: keep its 'unknown' with option undecided");
    }

    @Test
    void keepsThePagesOfRecommendationsFromBeforeTheFirstDayOfTheEdition() {
        var early = ANSWERS.replaceFirst("\\{", "{\"asOf\":\"2026-03-01\",");
        var saved = application.api().posts("/api/v1/recommendations", early).json();
        var own = "/recommendations/" + saved.at("/id").stringValue();
        var shared = URI.create(saved.at("/shareUrl").stringValue()).getPath();
        guide.beginsDraft();
        saves(guide.content().replace("claims-from: 2026-01-01", "claims-from: 2026-11-23"));
        publishes("now", "").sees("Edition 3 is in force");

        var query = "?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
        assertThat(List.of(
                        own,
                        own + "/plan.ics",
                        own + "/what-if" + query,
                        shared,
                        shared + "/plan.ics",
                        "/api/v1" + own,
                        "/api/v1" + shared))
                .allSatisfy(address ->
                        assertThat(application.api().gets(address).status()).isEqualTo(200));
        assertThat(application.api().posts("/api/v1/recommendations", early).status())
                .isEqualTo(400);
    }

    @Test
    void listsTheFirstOfVeryManyFaults() {
        guide.beginsDraft();
        var rules = "\nrules: [" + "a,".repeat(15_000) + "a]\n";
        admin.types("The edition as YAML", guide.content().replaceFirst("(?s)\nrules:.*", rules))
                .presses("Save")
                .gets(200)
                .sees("more, which are listed when these are mended");
        assertThat(admin.texts(".violations li")).hasSize(50);
        assertThat(admin.page().response().body()).hasSizeLessThan(150_000);
        admin.presses("Discard the draft").sees("The draft is discarded");
    }

    @Test
    void keepsATextOfManyBytes() {
        guide.beginsDraft();
        var text = "# " + "\u0639".repeat(29_000);
        admin.types("The edition as YAML", text).presses("Save").gets(200).sees("The draft is saved");
        assertThat(guide.content()).isEqualTo(text);
        admin.types("The edition as YAML", text + "\u0639".repeat(1_000))
                .presses("Save")
                .gets(400);
        assertThat(admin.page().text()).contains("Shorten the text to 60,000 bytes. It has 60,002 now");
    }

    @Test
    void saysThatTheDraftIsGoneAndKeepsTheReason() {
        guide.beginsDraft();
        saves(guide.content().replace(DEMAND, MORE_DEMAND));
        var version = guide.version();
        publishes("now", "");
        admin.opens("/advisor/guide/draft");
        guide.posts("act", "publish", "version", version, "dryRun", "1", "reason", "Twice", "when", "now")
                .gets(409)
                .sees("There is no draft any more", "You entered this reason:", "Twice");
        guide.posts("act", "discard", "version", version).gets(409).sees("There is no draft any more");
        guide.posts("act", "save", "version", version, "content", "").gets(400).sees("There is no draft any more");
        guide.posts("act", "upload", "version", version, "file", "x").gets(400);
        assertThat(guide.edition()).isEqualTo(3);
    }

    @Test
    void comparesWithEditionsThatExistOnly() {
        admin.opens("/advisor/guide/editions/2?with=1").gets(200);
        admin.opens("/advisor/guide/editions/2?with=99").gets(404);
        admin.opens("/advisor/guide/editions/2?with=0").gets(404);
    }

    @Test
    void tellsTheSecondOfTwoAdminsAndLosesNothing() {
        guide.beginsDraft();
        var other = application.advisor().opens("/advisor/guide/draft");
        var content = guide.content();
        saves(content.replace(DEMAND, MORE_DEMAND)).gets(200);
        other.types("The edition as YAML", "edition: 3 # mine")
                .presses("Save")
                .gets(409)
                .seesProblem(
                        "admin changed the draft while you edited it. Your text below is not saved. Take over what you"
                                + " need from the other text at the end of the page, and save again.");
        assertThat(other.value("The edition as YAML")).isEqualTo("edition: 3 # mine");
        assertThat(other.texts("pre")).singleElement().asString().contains("points: 2");
        assertThat(other.texts("form button")).noneMatch(button -> button.startsWith("Publish"));
        other.presses("Save").gets(200).sees("The draft is saved");
        guide.posts("act", "discard", "version", guide.version()).gets(409);
        admin.opens("/advisor/guide/draft").presses("Discard the draft").sees("The draft is discarded");
        other.presses("Save").gets(409).sees("There is no draft any more", "edition: 3 # mine");
    }

    @Test
    void keepsTheBytesOfTheDraft() {
        guide.beginsDraft();
        for (String text : new String[] {"a: 1\n", "\n\na: 'é'  \n\t", "a: 1\r\nb: <&>\"\n</textarea>"}) {
            saves(text).gets(200);
            admin.opens("/advisor/guide/draft.yaml").gets(200);
            assertThat(admin.page().response().body()).isEqualTo(text.replace("\r\n", "\n"));
        }
        assertThat(admin.header("Content-Disposition")).isEqualTo("attachment; filename=\"draft.yaml\"");
    }

    @Test
    void uploadsAFileOfUtf8ByteForByte() {
        guide.beginsDraft();
        var text = guide.content().replace(DEMAND, MORE_DEMAND).replace("\n", "\r\n") + "# é";
        uploads(text.getBytes(StandardCharsets.UTF_8)).gets(200).sees("The draft is saved", "Ready to be published");
        assertThat(admin.opens("/advisor/guide/draft.yaml").page().response().body())
                .isEqualTo(text);
        uploads("é".getBytes(StandardCharsets.ISO_8859_1))
                .gets(400)
                .seesProblem("Save the file as UTF-8 and upload it again. The draft is as it was.");
        uploads(new byte[] {'a', 0}).gets(400).seesProblem("Remove the null characters from the text");
        uploads(new byte[0]).gets(400).seesProblem("Enter the edition as YAML, or discard the draft");
        assertThat(admin.opens("/advisor/guide/draft.yaml").page().response().body())
                .isEqualTo(text);
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        guide.beginsDraft();
        var content = guide.content();
        uploads("#".repeat(60_001).getBytes(StandardCharsets.UTF_8))
                .gets(400)
                .seesProblem(
                        "Shorten the text to 60,000 bytes. It has 60,001 now: a letter that is not in English has two or"
                                + " more, and the end of a line has two.");
        uploads("#".repeat(100_000).getBytes(StandardCharsets.UTF_8)).gets(413);
        assertThat(guide.content()).isEqualTo(content);
    }

    @Test
    void isReadOnlyWhereTheSettingsNameAFile(@TempDir Path folder) throws IOException {
        try (var site =
                TestApplication.on(folder.resolve("data"), GuideYaml.published().settings(folder))) {
            var reader = site.advisor();
            for (String page : List.of("/advisor/guide", "/advisor/guide/draft", "/advisor/guide/editions/1")) {
                reader.opens(page).gets(200).sees("CERTPATH_GUIDE_EDITION", "read-only");
                assertThat(reader.texts("main form[method=post] button")).isEmpty();
            }
            var token = List.of(reader.csrfToken());
            reader.posts(
                            "/advisor/guide/draft",
                            Map.of("_csrf", token, "act", List.of("start"), "edition", List.of("1")))
                    .gets(409);
            reader.posts(
                            "/advisor/guide/editions/1",
                            Map.of("_csrf", token, "reason", List.of("x"), "when", List.of("now")))
                    .gets(409);
        }
    }

    @Test
    void showsTheDraftAsStudentsWillSeeIt() {
        guide.beginsDraft();
        saves(guide.content().replace("label: Energy", "label: Energy companies"));
        admin.follows("Preview").sees("Energy companies", "Question 4 of 4", "Your employer runs on AWS");
        saves("x");
        admin.opens("/advisor/guide/draft/preview").sees("it is not valid yet");
    }

    @Test
    void explainsWhatIsMissingInAPublication() {
        guide.beginsDraft();
        publishes("day", "2026-11-23", "").gets(400).seesProblem("Enter why it is published");
        assertThat(admin.texts(".errors a"))
                .contains("Enter a day after today, within five years, as year, month and day, such as 2027-01-14");
        publishes("day", "tomorrow", "Why not").gets(400);
        assertThat(admin.value("Why")).isEqualTo("Why not");
        assertThat(guide.edition()).isEqualTo(2);
    }

    @Test
    void hasOneDraftAtATime() {
        guide.beginsDraft();
        guide.posts("act", "start", "edition", "1")
                .gets(409)
                .seesHeading("Draft of edition 3")
                .sees("Another admin changed the draft, or began it before you.");
        admin.opens("/advisor/guide").sees("Edit the draft", "by admin");
        guide.posts("act", "start", "edition", "99").gets(409);
    }

    private HttpBrowser saves(String content) {
        admin.opens("/advisor/guide/draft");
        return guide.posts(
                "act",
                "save",
                "version",
                guide.version(),
                "content",
                content.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    private HttpBrowser publishes(String when, String day) {
        return publishes(when, day, "Demand has grown");
    }

    private HttpBrowser publishes(String when, String day, String reason) {
        guide.opens("/advisor/guide/draft");
        return guide.posts(
                "act",
                "publish",
                "version",
                guide.version(),
                "dryRun",
                guide.dryRun(),
                "reason",
                reason,
                "when",
                when,
                "day",
                day);
    }

    private HttpBrowser uploads(byte[] file) {
        admin.opens("/advisor/guide/draft");
        return admin.uploads(
                "/advisor/guide/draft",
                Map.of("_csrf", admin.csrfToken(), "act", "upload", "version", guide.version()),
                "file",
                file);
    }

    private void onDay(String day, Runnable check) {
        application.onDay(LocalDate.parse(day), () -> {
            application.bean(CurrentGuide.class).refresh();
            check.run();
        });
        application.bean(CurrentGuide.class).refresh();
    }

    private static long line(String content, String text) {
        return content.substring(0, content.indexOf(text)).lines().count() + 1;
    }
}
