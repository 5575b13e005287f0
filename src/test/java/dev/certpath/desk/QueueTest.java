package dev.certpath.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.MovableClock;
import dev.certpath.Visitor;
import dev.certpath.cases.CaseBook;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.desk.Advisors.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class QueueTest {

    private static final int CASES = 125;
    private static final int PAGE = 50;

    @Autowired
    private Desk desk;

    @Autowired
    private CaseBook cases;

    @Autowired
    private MovableClock clock;

    private Visitor advisor = new Visitor(0);

    @BeforeEach
    void thereAreMoreThanTwoPagesOfCases() {
        var clouds = List.of("aws", "google-cloud", "aws", "azure", "aws");
        for (int number = desk.opened().size(); number < CASES; number++) {
            desk.caseOf(clouds.get(number % clouds.size()));
        }
        advisor = desk.logsIn(desk.newAdvisor());
    }

    @Test
    void showsTheNewestFirstPageByPage() {
        assertEquals(newestFirst(saved -> true), walk("/advisor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "google", "azure"})
    void showsTheCasesOfOneFirst(String track) {
        assertEquals(newestFirst(saved -> first(saved).equals(track)), walk("/advisor?first=" + track));
    }

    @Test
    void aPageStaysTheSameWhileNewCasesCome() {
        advisor.opens("/advisor").follows("Older");
        var before = references();

        desk.caseOf("aws");

        advisor.opens(advisor.page().location());
        assertEquals(before, references());
        advisor.follows("Newest").isOn("/advisor");
        assertEquals(newestFirst(saved -> true).subList(0, PAGE), references());
    }

    @Test
    void findsACaseByItsReferenceHoweverItIsTyped() {
        for (String digit : List.of("0", "1")) {
            var wanted = referenceWith(digit);
            var plain = wanted.replace("-", "");
            for (String typed : List.of(
                    wanted,
                    wanted.toLowerCase(Locale.ROOT),
                    plain,
                    "  " + plain.toLowerCase(Locale.ROOT) + " ",
                    plain.replace('0', 'o').replace('1', 'l'),
                    plain.replace('0', 'O').replace('1', 'I'))) {
                advisor.opens("/advisor").types("Reference", typed).presses("Apply");
                assertEquals(List.of(wanted), references(), typed);
            }
        }
    }

    @Test
    void theFilterIsInTheAddressAndCanBeTakenBack() {
        advisor.opens("/advisor")
                .selects("First certification", "Azure")
                .presses("Apply")
                .isOn("/advisor?first=azure&reference=")
                .follows("Remove the filter First: Azure")
                .isOn("/advisor");
    }

    @Test
    void anEmptyListSaysThatTheReferenceIsToBlame() {
        var unused = "ZZZ-ZZZ";
        advisor.opens("/advisor?first=aws&reference=" + unused)
                .gets(200)
                .sees("No case has the reference " + unused)
                .follows("Show every reference")
                .isOn("/advisor?first=aws");
    }

    @Test
    void anEmptyListSaysThatTheFirstIsToBlame() {
        var ofAws = desk.opened().stream()
                .filter(saved -> first(saved).equals("aws"))
                .findFirst()
                .orElseThrow()
                .reference();

        advisor.opens("/advisor?first=azure&reference=" + ofAws)
                .sees("The case " + ofAws + " does not start with Azure")
                .follows("Show it");
        assertEquals(List.of(ofAws), references());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first=oracle              | There is no track called "oracle"
            first=aws&first=azure     | There is no track called "aws,azure"
            reference=7Q4             | Enter a reference such as 7Q4-KX2
            reference=U11-111         | Enter a reference such as 7Q4-KX2
            reference=%3Cb%3Ex%3C/b%3E | "<b>x</b>" is none
            before=first              | There is no such place in the list
            before=0                  | There is no such place in the list
            before=-1                 | There is no such place in the list
            before=99999999999999999999 | There is no such place in the list
            """)
    void aFilterThatMeansNothingIsNoEmptyList(String query, String advice) {
        advisor.opens("/advisor?" + query).gets(400).sees("There is a problem").sees(advice);

        assertTrue(references().isEmpty());
    }

    @Test
    void anUnknownFilterIsLeftAlone() {
        advisor.opens("/advisor?colour=blue").gets(200);
    }

    @Test
    void aRowSaysWhatACaseIsAbout() {
        clock.set(Instant.parse("2026-06-16T08:06:59Z"));
        var saved = desk.caseOf("aws");
        var path = "/advisor?reference=" + saved.reference();
        var lead = saved.recommendation().firmness().lead();

        advisor.opens(path).sees("16 June 2026 at 8:06am").sees("AWS, then").sees(lead + " points ahead");
        assertEquals(List.of("nobody"), advisor.texts(".queue tbody td:last-child"));

        cases.review(saved.id(), saved.version(), "azure", "aws", "Because.", "ada");
        advisor.opens(path);
        assertEquals(List.of("ada"), advisor.texts(".queue tbody td:last-child"));
    }

    @Test
    void aRowLeadsToItsCase() {
        var saved = desk.opened().get(3);

        advisor.opens("/advisor?reference=" + saved.reference())
                .follows(saved.reference())
                .isOn("/advisor/cases/" + saved.id());
    }

    /** The reference of a case that has this digit in it; cases are opened until there is one. */
    private String referenceWith(String digit) {
        return Stream.concat(desk.opened().stream(), Stream.generate(() -> desk.caseOf("aws")))
                .map(SavedRecommendation::reference)
                .filter(reference -> reference.contains(digit))
                .findFirst()
                .orElseThrow();
    }

    private List<String> newestFirst(Predicate<SavedRecommendation> wanted) {
        var references = new ArrayList<>(desk.opened().stream()
                .filter(wanted)
                .map(SavedRecommendation::reference)
                .toList());
        Collections.reverse(references);
        return references;
    }

    /** Every reference in the list, from page to page. */
    private List<String> walk(String address) {
        advisor.opens(address);
        var seen = new ArrayList<>(references());
        while (!advisor.texts("a[rel=next]").isEmpty()) {
            assertEquals(PAGE, references().size());
            seen.addAll(references(advisor.follows("Older")));
        }
        return seen;
    }

    private List<String> references() {
        return references(advisor);
    }

    private static List<String> references(Visitor visitor) {
        return visitor.texts(".queue tbody th");
    }

    private static String first(SavedRecommendation saved) {
        return saved.recommendation().first().track();
    }
}
