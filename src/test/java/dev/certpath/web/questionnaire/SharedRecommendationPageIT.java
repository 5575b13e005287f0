package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The read-only page of a recommendation, and how its owner gets to it. */
@OnEveryDatabase
class SharedRecommendationPageIT {

    private static final String ADVISOR_WORDS = "Start smaller than the points say.";

    private final DeskFixture desk = DeskFixture.shared();
    private final HttpBrowser student = desk.browser();
    private final SavedRecommendation saved = desk.caseOf("aws");

    @Test
    void ownersPageOffersTheReadOnlyAddressToShare() {
        student.opens("/recommendations/" + saved.id());
        var address = student.value("Link to share");
        assertThat(address).endsWith("/shared/" + saved.shareId());
        assertThat(student.html().expectFirst("#share-address").hasAttr("readonly"))
                .isTrue();
        assertThat(mail()).contains(address).doesNotContain(saved.id());
        assertThat(student.texts(".share")).singleElement().asString().contains("This page's own address is your key.");
        student.opens(address).gets(200).seesHeading("Start with AWS Machine Learning Engineer");
    }

    @Test
    void showsTheResultOfTheOwnersPage() {
        student.opens("/recommendations/" + saved.id());
        var result = List.of(
                student.texts(".cert"), student.texts(".receipt"), student.texts("dl.answers dd:nth-of-type(1)"));

        student.opens("/shared/" + saved.shareId()).gets(200).sees(saved.reference());

        assertThat(List.of(
                        student.texts(".cert"),
                        student.texts(".receipt"),
                        student.texts("dl.answers dd:nth-of-type(1)")))
                .isEqualTo(result);
    }

    @Test
    void leadsNowhereToTheOwnersPage() {
        student.opens("/recommendations/" + saved.id());
        assertThat(student.page().response().body()).contains(saved.id());

        student.opens("/shared/" + saved.shareId());

        assertThat(student.page().response().body()).doesNotContain(saved.id());
        assertThat(student.html().select("main form[method=post], main textarea"))
                .isEmpty();
        assertThat(student.html().select("main form").eachAttr("action"))
                .containsOnly("/shared/" + saved.shareId() + "/plan.ics");
        assertThat(student.html().select("main a[href^=/]").eachAttr("href"))
                .allMatch(href -> href.equals("/")
                        || href.equals("/guide/compare")
                        || href.equals("/guide")
                        || href.startsWith("/shared/" + saved.shareId() + "?weeks="));
        student.presses("Add to calendar").gets(200);
        assertThat(student.page().response().body()).doesNotContain(saved.id()).contains("/shared/" + saved.shareId());
    }

    @Test
    void showsTheDecisionOfAnAdvisorWithoutTheWords() {
        decide("azure", "google");
        student.opens("/recommendations/" + saved.id())
                .seesHeading("Your advisor suggests: start with Azure AI Apps and Agents Developer")
                .sees(ADVISOR_WORDS);
        student.opens("/shared/" + saved.shareId())
                .seesHeading("Your advisor suggests: start with Azure AI Apps and Agents Developer")
                .sees("An advisor looked at your answers", "By the points alone: start with AWS");
        assertThat(student.page().response().body()).doesNotContain(ADVISOR_WORDS, "ada");
    }

    @Test
    void showsThatAnAdvisorAgreesWithoutTheWords() {
        var recommendation = saved.recommendation();
        decide(recommendation.first().track(), recommendation.second().track());
        student.opens("/recommendations/" + saved.id()).sees("An advisor agrees.", ADVISOR_WORDS);
        student.opens("/shared/" + saved.shareId()).sees("An advisor agrees.");
        assertThat(student.page().response().body()).doesNotContain(ADVISOR_WORDS, "ada");
    }

    @Test
    void showsNothingOfTheConversation() {
        student.opens("/recommendations/" + saved.id())
                .types("Your name (optional)", "Somebody Special")
                .types("What should they look at? (optional)", "Is a beta wise?")
                .presses("Ask an advisor")
                .gets(200);
        review(new CaseAction.Message("A beta is wise."));
        student.opens("/recommendations/" + saved.id()).sees("A beta is wise.");
        student.opens("/shared/" + saved.shareId());
        assertThat(student.page().response().body())
                .doesNotContain("Somebody Special", "Is a beta wise?", "A beta is wise.", "You asked");
    }

    @Test
    void isGoneWithTheRecommendation() {
        desk.delete(saved);
        student.opens("/shared/" + saved.shareId()).gets(404).seesHeading("Page not found");
    }

    @Test
    void hasNoPagesBelowIt() {
        for (var page : List.of("/ask", "/withdraw", "/delete", "/what-if")) {
            student.opens("/shared/" + saved.shareId() + page).gets(404);
        }
        student.opens("/recommendations/" + saved.shareId()).gets(404);
        student.opens("/shared/" + saved.id()).gets(404);
    }

    /** The e-mail that the link prepares. */
    private String mail() {
        var link = student.html().expectFirst("a[href^=mailto:]").attr("href");
        assertThat(link).startsWith("mailto:?subject=").doesNotContain("+");
        return URLDecoder.decode(link, StandardCharsets.UTF_8);
    }

    private void decide(String first, String second) {
        var recommendation = saved.recommendation();
        boolean agrees = first.equals(recommendation.first().track())
                && second.equals(recommendation.second().track());
        review(new CaseAction.Decide(first, second, agrees ? "" : "other", ADVISOR_WORDS));
    }

    private void review(CaseAction action) {
        int version = desk.find(saved.id()).version();
        desk.bean(CaseReviewService.class)
                .perform(saved.id(), version, action, "ada")
                .orElseThrow();
    }
}
