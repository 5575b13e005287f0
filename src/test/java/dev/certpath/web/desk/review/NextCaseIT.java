package dev.certpath.web.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An advisor is led from case to case, and a student who asked is never left without words. */
@OnEveryDatabase
class NextCaseIT {

    private static final String WORDS = "Your words to the student";

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseService cases = desk.bean(CaseService.class);
    private final CaseReviewService reviews = desk.bean(CaseReviewService.class);

    private String name = "";
    private HttpBrowser advisor;

    @BeforeEach
    void logsIn() {
        name = desk.newAdvisor();
        advisor = desk.browserOf(name);
    }

    @Test
    void takesTheCaseThatWaitsLongestAndThatNobodyHas() {
        desk.caseOf("aws");
        var taken = asked();
        reviews.perform(taken.id(), 1, new CaseAction.Take(), "ada");
        var longest = asked();
        asked();

        advisor.opens("/advisor").presses("Take the next case").isOn(page(longest));
        advisor.sees("The case is yours").sees("Who has it you");
        assertThat(assignee(longest)).contains(name);
        assertThat(assignee(taken)).contains("ada");
    }

    @Test
    void takesTheCaseOfADisabledAdvisor() {
        var disabled = desk.newAdvisor();
        var left = asked();
        reviews.perform(left.id(), 1, new CaseAction.Take(), disabled);
        advisor.opens("/advisor").presses("Take the next case").sees("Nobody needs you right now");

        desk.disable(disabled);
        advisor.presses("Take the next case").isOn(page(left));
        assertThat(assignee(left)).contains(name);
    }

    @Test
    void givesEveryCaseToOneOfEightAdvisorsWhoTakeAtTheSameMoment() {
        var waiting = IntStream.range(0, 40).mapToObj(number -> asked().id()).toList();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var advisors = IntStream.range(0, 8)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> takesAll("advisor" + number), threads))
                    .toList();
            var taken = advisors.stream().map(CompletableFuture::join).flatMap(List::stream);
            assertThat(taken).containsExactlyInAnyOrderElementsOf(waiting);
        } finally {
            threads.shutdown();
        }
    }

    private List<String> takesAll(String username) {
        var taken = new ArrayList<String>();
        Stream.generate(() -> reviews.takeNext(username, Set.of()))
                .takeWhile(Optional::isPresent)
                .forEach(id -> taken.add(id.orElseThrow()));
        return taken;
    }

    @Test
    void savesAndGoesOnWithTheNextCase() {
        var first = asked();
        var second = asked();
        advisor.opens("/advisor").presses("Take the next case").isOn(page(first));
        advisor.types(WORDS, "It fits you").presses("Save and next").isOn(page(second));
        advisor.sees("This is the next case");
        assertThat(status(first)).isEqualTo(CaseStatus.DECIDED);
        assertThat(assignee(second)).contains(name);

        advisor.types(WORDS, "It fits you, too").presses("Save and next").isOn("/advisor");
        advisor.sees("There is no further case");
    }

    @Test
    void savesAndGoesOnInTheListThatTheCaseWasOpenedFrom() {
        var first = desk.caseOf("aws");
        var second = desk.caseOf("aws");
        advisor.opens("/advisor?view=all").follows(second.reference()).presses("Save and next");
        assertThat(advisor.page().address()).startsWith(page(first));
        assertThat(status(second)).isEqualTo(CaseStatus.DECIDED);
        assertThat(assignee(second)).as("deciding takes the case").contains(name);
        assertThat(assignee(first)).as("looking does not").isEmpty();

        advisor.presses("Save and next").isOn("/advisor?view=all").sees("There is no further case");
    }

    @Test
    void staysWhereSomethingElseWasTyped() {
        var saved = desk.caseOf("aws");
        desk.caseOf("aws");
        advisor.opens("/advisor?view=all").follows(saved.reference());
        advisor.posts(
                advisor.page().address(),
                Map.of(
                        "_csrf",
                                List.of(advisor.html()
                                        .select("[name=_csrf]")
                                        .first()
                                        .val()),
                        "move", List.of("decide"),
                        "version", List.of("0"),
                        "verdict", List.of("agree"),
                        "then", List.of("next"),
                        "note", List.of("Half a note")));
        assertThat(advisor.page().address()).startsWith(page(saved));
        assertThat(advisor.value("New note")).isEqualTo("Half a note");
        assertThat(status(saved)).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void neitherDecidesNorClosesWithoutWordsWhereSomeoneAsked() {
        var saved = asked();
        advisor.opens(page(saved)).presses("Save and next").gets(400).sees("who asked and waits for an answer");
        advisor.opens(page(saved)).presses("Close the case").gets(400).sees("who asked and waits for an answer");
        assertThat(status(saved)).isEqualTo(CaseStatus.NEW);

        advisor.types("Your last words to the student", "We talked about it.").presses("Close the case");
        assertThat(status(saved)).isEqualTo(CaseStatus.CLOSED);
        desk.browser().opens("/recommendations/" + saved.id()).sees("We talked about it.");
    }

    @Test
    void writesAReadyMadeReplyWithoutSavingIt() {
        var saved = asked();
        advisor.opens(page(saved)).types(WORDS, "Hello,");
        var reply = advisor.html().select("button[name=reply]").first();
        advisor.presses(reply.text()).gets(200);
        assertThat(advisor.value(WORDS)).isEqualTo("Hello,\n\n" + reply.attr("data-reply"));
        assertThat(status(saved)).isEqualTo(CaseStatus.NEW);

        advisor.presses("Save").isOn(page(saved));
        assertThat(status(saved)).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void onlyWritesAndDecidesLater() {
        var saved = asked();
        advisor.opens(page(saved))
                .chooses("Only write, decide later")
                .types(WORDS, "Which role do you mean?")
                .presses("Save")
                .sees("Your message is on the student's page");
        assertThat(status(saved)).isEqualTo(CaseStatus.NEW);
        desk.browser().opens("/recommendations/" + saved.id()).sees("Which role do you mean?");
    }

    /** A case whose student asked after those of all earlier cases. */
    private SavedRecommendation asked() {
        var saved = desk.caseOf("aws");
        desk.clock().advance(Duration.ofMinutes(1));
        cases.askAdvisor(saved.id(), new ContactDetails("", ""), "Which one?");
        return saved;
    }

    private Optional<String> assignee(SavedRecommendation saved) {
        return reviews.find(saved.id()).orElseThrow().assignee();
    }

    private CaseStatus status(SavedRecommendation saved) {
        return desk.find(saved.id()).progress().status();
    }

    private static String page(SavedRecommendation saved) {
        return "/advisor/cases/" + saved.id();
    }
}
