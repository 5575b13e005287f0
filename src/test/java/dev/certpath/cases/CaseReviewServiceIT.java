package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What advisors do with a case: only the moves it allows, each with its entry in the timeline. */
@OnEveryDatabase
class CaseReviewServiceIT {

    private static final CaseAction.Decide OTHERWISE =
            new CaseAction.Decide("google", "azure", "local-job-market", "Trust me.");

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseService caseBook = desk.bean(CaseService.class);
    private final CaseReviewService casework = desk.bean(CaseReviewService.class);

    private CaseDetails file;

    @BeforeEach
    void opensACase() {
        file = casework.find(desk.caseOf("aws").id()).orElseThrow();
    }

    @Test
    void aNewCaseIsNobodys() {
        assertThat(status()).isEqualTo(CaseStatus.NEW);
        assertThat(file.assignee()).isEmpty();
        assertThat(file.timeline()).isEmpty();
    }

    @Test
    void takingGivingBackAndAssigningMoveItBetweenNewAndInReview() {
        make(new CaseAction.Take());
        assertThat(status()).isEqualTo(CaseStatus.IN_REVIEW);
        assertThat(file.assignee()).contains("ada");
        make(new CaseAction.Assign("bob"));
        assertThat(file.assignee()).contains("bob");
        make(new CaseAction.GiveBack());
        assertThat(status()).isEqualTo(CaseStatus.NEW);
        assertThat(file.assignee()).isEmpty();
        assertThat(file.timeline())
                .extracting(TimelineEntry::type, TimelineEntry::from, TimelineEntry::to)
                .containsExactly(
                        tuple("give-back", "bob", ""), tuple("assign", "ada", "bob"), tuple("take", "", "ada"));
    }

    @Test
    void aDecisionSaysFromWhatToWhat() {
        make(OTHERWISE);
        make(new CaseAction.Decide("azure", "aws", "cost-or-time", "Cheaper."));
        assertThat(status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(file.timeline().get(0).from()).isEqualTo("google azure local-job-market");
        assertThat(file.timeline().get(0).to()).isEqualTo("azure aws cost-or-time");
    }

    @Test
    void clearingADecisionClearsItsReasonAndItsWords() {
        make(new CaseAction.Take());
        make(OTHERWISE);
        make(new CaseAction.ClearDecision());
        assertThat(file.saved().decision()).isEmpty();
        assertThat(status()).isEqualTo(CaseStatus.IN_REVIEW);
    }

    @Test
    void aClosedCaseIsOpenedAgainWhereItWas() {
        make(OTHERWISE);
        make(new CaseAction.Close());
        assertThat(status()).isEqualTo(CaseStatus.CLOSED);
        make(new CaseAction.Reopen());
        assertThat(status()).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void onlyTheAllowedMovesAreMade() {
        for (CaseAction move :
                List.of(new CaseAction.GiveBack(), new CaseAction.ClearDecision(), new CaseAction.Reopen())) {
            assertNotAllowed(move);
        }
        make(new CaseAction.Close());
        assertThat(file.allowedActions())
                .isEqualTo(Set.of(CaseAction.Type.REOPEN, CaseAction.Type.NOTE, CaseAction.Type.MESSAGE));
        for (CaseAction move :
                List.of(new CaseAction.Take(), new CaseAction.Assign("bob"), OTHERWISE, new CaseAction.Close())) {
            assertNotAllowed(move);
        }
    }

    @Test
    void notesStayAtTheDeskAndMessagesReachTheStudent() {
        make(new CaseAction.Note("A hard one."));
        make(new CaseAction.Message("We are on it."));
        assertThat(file.notes()).extracting(CommentView::text).containsExactly("A hard one.");
        var student = caseBook.find(file.saved().id()).orElseThrow();
        assertThat(student.progress().messages()).extracting(CommentView::text).containsExactly("We are on it.");
    }

    @Test
    void whoSawAnOlderVersionChangesNothing() {
        int seen = file.saved().version();
        make(new CaseAction.Take());
        assertThatThrownBy(() -> casework.perform(file.saved().id(), seen, OTHERWISE, "bob"))
                .isInstanceOf(CaseModifiedException.class);
        assertThat(casework.find(file.saved().id()).orElseThrow().saved().decision())
                .isEmpty();
    }

    @Test
    void ofTwoAtTheSameMomentOneIsTold() {
        int seen = file.saved().version();
        var both = Stream.of("ada", "bob")
                .map(advisor -> CompletableFuture.supplyAsync(() -> isMade(seen, advisor)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(casework.find(file.saved().id()).orElseThrow().timeline()).hasSize(1);
    }

    @Test
    void whatTheStudentDoesIsInTheTimelineToo() {
        caseBook.askAdvisor(file.saved().id(), new ContactDetails("Somebody", "", ""));
        caseBook.withdrawContact(file.saved().id());
        file = casework.find(file.saved().id()).orElseThrow();
        assertThat(file.timeline())
                .extracting(TimelineEntry::type, TimelineEntry::actor)
                .containsExactly(tuple("withdraw", "student"), tuple("ask", "student"));
        assertThat(file.contact()).isEmpty();
    }

    private boolean isMade(int seen, String advisor) {
        try {
            casework.perform(file.saved().id(), seen, new CaseAction.Take(), advisor);
            return true;
        } catch (CaseModifiedException told) {
            return false;
        }
    }

    private void make(CaseAction move) {
        file = casework.perform(file.saved().id(), file.saved().version(), move, "ada")
                .orElseThrow();
    }

    private void assertNotAllowed(CaseAction move) {
        assertThatThrownBy(() -> make(move))
                .as("%s of a case that is %s", move.type(), status())
                .isInstanceOf(CaseActionNotAllowedException.class);
    }

    private CaseStatus status() {
        return file.saved().progress().status();
    }
}
