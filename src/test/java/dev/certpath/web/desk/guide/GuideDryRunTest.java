package dev.certpath.web.desk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Admins see what a draft would change before it counts, and pins keep drafts from being published. */
class GuideDryRunTest {

    private static final String CHANGED_CASE = """
            {"employerCloud":["aws"],"targetIndustry":"energy","roleFocus":"applied-ai","mlBackground":"none"}""";
    private static final String OTHER_CASE = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

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
    void showsWhichStudentsAndWhichCasesADraftChanges() {
        var changed = save(CHANGED_CASE);
        save(OTHER_CASE);
        guide.beginsDraft();
        saves("azure-role", 9);

        assertThat(admin.texts(".key-figures dd").subList(2, 4)).containsExactly("1 of 2 would change", "1 of 2");
        assertThat(combinations()).isEqualTo(changedRows());
        assertThat(admin.texts(".outcome-changes td:nth-child(4)")).contains("1");
        assertThat(admin.texts(".before-after th")).contains("Ties", "Close calls", "Clear results");

        var queue = admin.html().expectFirst(".key-figures a").attr("href");
        var example = admin.html().expectFirst(".outcome-changes ul a").attr("href");
        assertThat(application.advisor().opens(queue).gets(200).texts("tbody th a"))
                .containsExactly(reference(changed));
        admin.opens(example).gets(200).seesHeading("Both receipts").sees("Edition 2", "The draft");
        assertThat(admin.texts(".receipts h2")).containsSubsequence("Edition 2", "The draft");
    }

    @Test
    void aBrokenPinStopsADraftUntilItIsLiftedWithAReason() {
        guide.beginsDraft();
        saves("aws-demand", 4).sees("To change before it can be published", "It breaks 5 pins");
        assertThat(admin.texts("form button")).doesNotContain("Publish edition 3");
        publishesAnyway()
                .gets(409)
                .sees("There is a problem", "The dry run has not finished, or something changed since.");

        admin.opens("/advisor/guide/pins");
        assertThat(admin.texts(".pins .badge")).hasSize(5).containsOnly("broken");
        for (int lifted = 0; lifted < 5; lifted++) {
            guide.opensDraft();
            admin.opens(admin.html().expectFirst(".broken-pins a").attr("href"));
            if (lifted == 0) {
                admin.presses("Lift the pin").gets(400).seesProblem("Enter why it no longer counts");
            }
            admin.types("Why it no longer counts", "Demand decides")
                    .presses("Lift the pin")
                    .gets(200);
            admin.isOn("/advisor/guide/pins").sees("The pin is lifted");
        }
        guide.opensDraft()
                .sees("Ready to be published")
                .types("Why", "Demand has grown")
                .presses("Publish edition 3");
        admin.gets(200).sees("Edition 3 is in force");
        assertThat(guide.edition()).isEqualTo(3);

        admin.follows("What it changed, edition 3").gets(200).seesHeading("Publication of edition 3");
        assertThat(admin.texts(".lifted-pins li")).hasSize(5).allMatch(pin -> pin.endsWith("Demand decides"));
        var shown = admin.texts(".before-after td");

        guide.opens("/advisor/guide/editions/2")
                .types("Why", "Back again")
                .presses("Publish edition 2 again")
                .gets(200);
        assertThat(guide.edition()).isEqualTo(2);
        save(CHANGED_CASE);
        admin.opens("/advisor/guide").follows("What it changed, edition 3");
        assertThat(admin.texts(".before-after td")).as("as it was shown").isEqualTo(shown);
        admin.opens("/advisor/guide").follows("What it changed, edition 2").sees("None.");
    }

    @Test
    void publishesNothingWithADryRunOfAnotherTextOrAnotherGuide() {
        guide.beginsDraft();
        saves("azure-role", 5);
        var dryRun = guide.dryRun();
        saves("azure-role", 6);
        publishesWith(dryRun).gets(409).sees("The dry run has not finished, or something changed since");
        dryRun = dryRunOfDraft();
        application.update("update guide_state set version = version + 1");
        application.bean(CurrentGuide.class).refresh();
        publishesWith(dryRun).gets(409);
        assertThat(guide.edition()).isEqualTo(2);
        publishesWith(dryRunOfDraft()).gets(200);
        assertThat(guide.edition()).isEqualTo(3);
    }

    @Test
    void publishesNoEarlierEditionThatBreaksAPin() {
        setsPin("google").sees("The pin is set");
        assertThat(admin.texts(".pins .badge")).containsExactly("broken");
        guide.opens("/advisor/guide/editions/1").sees("It breaks 1 pin.");
        assertThat(admin.texts("form button")).doesNotContain("Publish edition 1 again");
    }

    @Test
    void aPinThatIsSetByHandStopsDraftsToo() {
        setsPin("aws").sees("The pin is set", "Our largest partner asks for it");
        guide.beginsDraft();
        saves("azure-role", 9).sees("It breaks 1 pin.", "Our largest partner asks for it");
        var pin = admin.html().expectFirst(".broken-pins a").attr("href");
        var other = application.advisor().opens(pin);
        admin.opens(pin).presses("Change the pin").gets(400).seesProblem("Enter why this must hold");
        admin.chooses("Azure")
                .types("Why", "Either is fine")
                .presses("Change the pin")
                .sees("The pin is changed");
        other.types("Why it no longer counts", "x").presses("Lift the pin").sees("Somebody else changed or lifted");
        guide.opensDraft().sees("Ready to be published");
        admin.opens("/advisor/guide/pins").sees("Pins that no longer count (1)", "AWS or Azure", "Either is fine");
    }

    @Test
    void answersHaveOnePinOnly() {
        setsPin("aws").gets(200).sees("The pin is set");
        setsPin("azure")
                .gets(409)
                .sees("Not set: another pin has the same answers.", "Our largest partner asks for it");
        admin.follows("another pin").gets(200).sees("Our largest partner asks for it");
        assertThat(application.count("guide_pins where set_by is not null")).isOne();
    }

    @Test
    void aPinKeepsTheDecisionOfACase() {
        var id = save(CHANGED_CASE);
        admin.opens("/advisor/cases/" + id).follows("Pin this result").gets(200).seesHeading("Set a pin");
        assertThat(selected("roleFocus")).isEqualTo("applied-ai");
        admin.presses("Set the pin").gets(400).seesProblem("Enter why this must hold");
        assertThat(selected("targetIndustry")).isEqualTo("energy");
        admin.types("Why", "An advisor said so").presses("Set the pin").sees("The pin is set", "from a case");
        assertThat(admin.texts(".pins .badge")).isEmpty();
        assertThat(admin.html().select(".pins td a").eachAttr("href")).containsExactly("/advisor/cases/" + id);
    }

    @Test
    void explainsWhatIsWrongWithAPin() {
        admin.opens("/advisor/guide/pins/new").presses("Set the pin").gets(400);
        assertThat(admin.texts(".errors a"))
                .containsExactlyInAnyOrder(
                        "ML background: select an answer",
                        "Select at least one track that must come first",
                        "Enter why this must hold");
        postsPin(Map.of("employerCloud", List.of("aws", "none"), "firsts", List.of("aws", "google", "azure")))
                .gets(400);
        assertThat(admin.texts(".errors a"))
                .contains(
                        "Employer: select \"none of these\" alone, or other answers",
                        "Leave at least one track out. A pin that allows every track says nothing.");
        postsPin(Map.of("targetIndustry", List.of("mining"), "firsts", List.of("sun")))
                .gets(400);
        assertThat(admin.texts(".errors a"))
                .contains("Industry: select answers from the list", "Select tracks from the list");
        admin.opens("/advisor/guide/pins/new?case=nothing").gets(404);
        admin.opens("/advisor/guide/pins/9999999").gets(404);
    }

    @Test
    void leadsFromAnOverruledRuleToThatRuleInTheDraft() {
        admin.opens("/advisor/guide/draft?rule=azure-role")
                .presses("Begin the draft")
                .gets(200);
        admin.sees("Rule azure-role begins on line", "track: azure", "points: 4");
        var line = Integer.parseInt(admin.html().expectFirst("a[data-open]").attr("data-line"));
        assertThat(guide.content().lines().toList().get(line - 1)).isEqualTo("  - rule: azure-role");
        admin.opens("/advisor/guide/draft?rule=nothing").gets(200).sees("The draft has no rule nothing.");
    }

    @Test
    void writesEveryChangedCombinationToAFile() {
        guide.beginsDraft();
        saves("azure-role", 9);
        long changed = sum(admin.texts(".outcome-changes td:nth-child(3)"));
        var lines = admin.follows("All changed combinations as a CSV file")
                .page()
                .response()
                .body()
                .lines()
                .toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "employerCloud,targetIndustry,roleFocus,mlBackground,firstBefore,secondBefore,firstAfter,secondAfter");
        assertThat(lines).hasSize((int) changed + 1);
        assertThat(lines.stream().skip(1)).allMatch(line -> line.contains(",applied-ai,"));
        assertThat(lines).contains("aws,energy,applied-ai,none,aws,azure,azure,aws");
    }

    @Test
    void findsNothingForUnknownEditionsAndAnswers() {
        guide.beginsDraft();
        for (String address : List.of(
                "/advisor/guide/receipts?before=2&after=99",
                "/advisor/guide/receipts?before=two&after=draft",
                "/advisor/guide/receipts?before=1&after=2&employerCloud=moon",
                "/advisor/guide/changes.csv?before=2&after=0",
                "/advisor/guide/publications/77777")) {
            admin.opens(address).gets(404);
        }
        admin.opens("/advisor?change=99999999")
                .gets(400)
                .seesProblem("Follow a link of a dry run again. There is no change called \"99999999\" any more.");
        admin.opens("/advisor?change=1-2-3").gets(400);
    }

    private String selected(String question) {
        return admin.html().expectFirst("#" + question + " option[selected]").val();
    }

    private String save(String answers) {
        return application
                .api()
                .posts("/api/v1/recommendations", answers)
                .json()
                .at("/id")
                .stringValue();
    }

    private String reference(String id) {
        return admin.opens("/advisor/cases/" + id)
                .html()
                .expectFirst("h1")
                .text()
                .replace("Case ", "");
    }

    private HttpBrowser setsPin(String first) {
        return postsPin(Map.of(
                "employerCloud", List.of("aws"),
                "roleFocus", List.of("applied-ai"),
                "mlBackground", List.of("none"),
                "firsts", List.of(first),
                "reason", List.of("Our largest partner asks for it")));
    }

    private HttpBrowser postsPin(Map<String, List<String>> fields) {
        admin.opens("/advisor/guide/pins/new");
        var form = new HashMap<>(fields);
        form.put("_csrf", List.of(admin.csrfToken()));
        return admin.posts("/advisor/guide/pins/new", form);
    }

    /** Saves the draft with other points for a rule, and opens it when its dry run is finished. */
    private HttpBrowser saves(String rule, int points) {
        var changed = guide.content().replaceFirst("(rule: " + rule + "\n[^-]*?points: )\\d+", "$1" + points);
        admin.types("The edition as YAML", changed).presses("Save").gets(200);
        return guide.opensDraft();
    }

    private String dryRunOfDraft() {
        guide.opensDraft();
        return guide.dryRun();
    }

    private HttpBrowser publishesAnyway() {
        return publishesWith("0");
    }

    private HttpBrowser publishesWith(String dryRun) {
        admin.opens("/advisor/guide/draft");
        return guide.posts(
                "act", "publish",
                "version", guide.version(),
                "dryRun", dryRun,
                "reason", "Tried",
                "when", "now");
    }

    /** The figure of changed combinations. */
    private long combinations() {
        return Long.parseLong(admin.html().expectFirst(".key-figures b").text().replace(",", ""));
    }

    private long changedRows() {
        return sum(admin.texts(".outcome-changes td:nth-child(3)"));
    }

    private static long sum(List<String> numbers) {
        return numbers.stream()
                .mapToLong(number -> Long.parseLong(number.replace(",", "")))
                .sum();
    }
}
