package dev.certpath.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.certpath.OnEveryDatabase;
import dev.certpath.cases.Asking;
import dev.certpath.cases.CaseBook;
import dev.certpath.cases.CaseFile;
import dev.certpath.cases.Casework;
import dev.certpath.cases.ChangedMeanwhile;
import dev.certpath.cases.Move;
import dev.certpath.cases.MoveNotAllowed;
import dev.certpath.cases.Status;
import dev.certpath.cases.TimelineEntry;
import dev.certpath.cases.Writing;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What advisors do with a case: only the moves it allows, each with its entry in the timeline. */
@OnEveryDatabase
class CaseworkTest {

    private static final Move.Decide OTHERWISE = new Move.Decide("google", "azure", "local-job-market", "Trust me.");

    private final Desk desk = Desk.shared();
    private final CaseBook caseBook = desk.part(CaseBook.class);
    private final Casework casework = desk.part(Casework.class);

    private CaseFile file;

    @BeforeEach
    void opensACase() {
        file = casework.open(desk.caseOf("aws").id()).orElseThrow();
    }

    @Test
    void aNewCaseIsNobodys() {
        assertThat(status()).isEqualTo(Status.NEW);
        assertThat(file.assignee()).isEmpty();
        assertThat(file.timeline()).isEmpty();
    }

    @Test
    void takingGivingBackAndAssigningMoveItBetweenNewAndInReview() {
        make(new Move.Take());
        assertThat(status()).isEqualTo(Status.IN_REVIEW);
        assertThat(file.assignee()).contains("ada");
        make(new Move.Assign("bob"));
        assertThat(file.assignee()).contains("bob");
        make(new Move.GiveBack());
        assertThat(status()).isEqualTo(Status.NEW);
        assertThat(file.assignee()).isEmpty();
        assertThat(file.timeline())
                .extracting(TimelineEntry::what, TimelineEntry::from, TimelineEntry::to)
                .containsExactly(
                        tuple("give-back", "bob", ""), tuple("assign", "ada", "bob"), tuple("take", "", "ada"));
    }

    @Test
    void aDecisionSaysFromWhatToWhat() {
        make(OTHERWISE);
        make(new Move.Decide("azure", "aws", "cost-or-time", "Cheaper."));
        assertThat(status()).isEqualTo(Status.DECIDED);
        assertThat(file.timeline().get(0).from()).isEqualTo("google azure local-job-market");
        assertThat(file.timeline().get(0).to()).isEqualTo("azure aws cost-or-time");
    }

    @Test
    void clearingADecisionClearsItsReasonAndItsWords() {
        make(new Move.Take());
        make(OTHERWISE);
        make(new Move.ClearDecision());
        assertThat(file.saved().review()).isEmpty();
        assertThat(status()).isEqualTo(Status.IN_REVIEW);
    }

    @Test
    void aClosedCaseIsOpenedAgainWhereItWas() {
        make(OTHERWISE);
        make(new Move.Close());
        assertThat(status()).isEqualTo(Status.CLOSED);
        make(new Move.Reopen());
        assertThat(status()).isEqualTo(Status.DECIDED);
    }

    @Test
    void onlyTheAllowedMovesAreMade() {
        for (Move move : List.of(new Move.GiveBack(), new Move.ClearDecision(), new Move.Reopen())) {
            assertNotAllowed(move);
        }
        make(new Move.Close());
        assertThat(file.allowed()).isEqualTo(Set.of(Move.Kind.REOPEN, Move.Kind.NOTE, Move.Kind.MESSAGE));
        for (Move move : List.of(new Move.Take(), new Move.Assign("bob"), OTHERWISE, new Move.Close())) {
            assertNotAllowed(move);
        }
    }

    @Test
    void notesStayAtTheDeskAndMessagesReachTheStudent() {
        make(new Move.Note("A hard one."));
        make(new Move.Message("We are on it."));
        assertThat(file.notes()).extracting(Writing::words).containsExactly("A hard one.");
        var student = caseBook.find(file.saved().id()).orElseThrow();
        assertThat(student.standing().messages()).extracting(Writing::words).containsExactly("We are on it.");
    }

    @Test
    void whoSawAnOlderVersionChangesNothing() {
        int seen = file.saved().version();
        make(new Move.Take());
        assertThatThrownBy(() -> casework.make(file.saved().id(), seen, OTHERWISE, "bob"))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(casework.open(file.saved().id()).orElseThrow().saved().review())
                .isEmpty();
    }

    @Test
    void ofTwoAtTheSameMomentOneIsTold() {
        int seen = file.saved().version();
        var both = Stream.of("ada", "bob")
                .map(advisor -> CompletableFuture.supplyAsync(() -> isMade(seen, advisor)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(casework.open(file.saved().id()).orElseThrow().timeline()).hasSize(1);
    }

    @Test
    void whatTheStudentDoesIsInTheTimelineToo() {
        caseBook.ask(file.saved().id(), new Asking("Somebody", "", ""));
        caseBook.withdraw(file.saved().id());
        file = casework.open(file.saved().id()).orElseThrow();
        assertThat(file.timeline())
                .extracting(TimelineEntry::what, TimelineEntry::who)
                .containsExactly(tuple("withdraw", "student"), tuple("ask", "student"));
        assertThat(file.contact()).isEmpty();
    }

    private boolean isMade(int seen, String advisor) {
        try {
            casework.make(file.saved().id(), seen, new Move.Take(), advisor);
            return true;
        } catch (ChangedMeanwhile told) {
            return false;
        }
    }

    private void make(Move move) {
        file = casework.make(file.saved().id(), file.saved().version(), move, "ada")
                .orElseThrow();
    }

    private void assertNotAllowed(Move move) {
        assertThatThrownBy(() -> make(move))
                .as("%s of a case that is %s", move.kind(), status())
                .isInstanceOf(MoveNotAllowed.class);
    }

    private Status status() {
        return file.saved().standing().status();
    }
}
