package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.OnEveryDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actions of advisors on a case: only the allowed ones are performed, each with an entry in the timeline. */
@OnEveryDatabase
class CaseReviewServiceIT {

    private static final CaseAction.Decide OTHERWISE =
            new CaseAction.Decide("google", "azure", "local-job-market", "Trust me.");

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseService caseService = desk.bean(CaseService.class);
    private final CaseReviewService reviewService = desk.bean(CaseReviewService.class);

    private CaseDetails details;

    @BeforeEach
    void createsCase() {
        details = reviewService.find(desk.caseOf("aws").id()).orElseThrow();
    }

    @Test
    void newCaseIsUnassigned() {
        assertThat(status()).isEqualTo(CaseStatus.NEW);
        assertThat(details.assignee()).isEmpty();
        assertThat(details.timeline().entries()).isEmpty();
    }

    @Test
    void assignmentChangesStatusBetweenNewAndInReview() {
        perform(new CaseAction.Take());
        assertThat(status()).isEqualTo(CaseStatus.IN_REVIEW);
        assertThat(details.assignee()).contains("ada");
        perform(new CaseAction.Assign("bob"));
        assertThat(details.assignee()).contains("bob");
        perform(new CaseAction.GiveBack());
        assertThat(status()).isEqualTo(CaseStatus.NEW);
        assertThat(details.assignee()).isEmpty();
        assertThat(details.timeline().entries())
                .extracting(TimelineEntry::type, TimelineEntry::from, TimelineEntry::to)
                .containsExactly(
                        tuple("give-back", "bob", ""), tuple("assign", "ada", "bob"), tuple("take", "", "ada"));
    }

    @Test
    void timelineHasDecisionBeforeAndAfter() {
        perform(OTHERWISE);
        perform(new CaseAction.Decide("azure", "aws", "cost-or-time", "Cheaper."));
        assertThat(status()).isEqualTo(CaseStatus.DECIDED);
        assertThat(details.timeline().entries().get(0).from()).isEqualTo("google azure local-job-market");
        assertThat(details.timeline().entries().get(0).to()).isEqualTo("azure aws cost-or-time");
    }

    @Test
    void clearsDecision() {
        perform(new CaseAction.Take());
        perform(OTHERWISE);
        perform(new CaseAction.ClearDecision());
        assertThat(details.saved().decision()).isEmpty();
        assertThat(status()).isEqualTo(CaseStatus.IN_REVIEW);
    }

    @Test
    void reopensInEarlierStatus() {
        perform(OTHERWISE);
        perform(new CaseAction.Close());
        assertThat(status()).isEqualTo(CaseStatus.CLOSED);
        perform(new CaseAction.Reopen());
        assertThat(status()).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void performsOnlyAllowedActions() {
        for (CaseAction action :
                List.of(new CaseAction.GiveBack(), new CaseAction.ClearDecision(), new CaseAction.Reopen())) {
            assertNotAllowed(action);
        }
        perform(new CaseAction.Close());
        assertThat(details.allowedActions())
                .isEqualTo(Set.of(CaseAction.Type.REOPEN, CaseAction.Type.NOTE, CaseAction.Type.MESSAGE));
        for (CaseAction action :
                List.of(new CaseAction.Take(), new CaseAction.Assign("bob"), OTHERWISE, new CaseAction.Close())) {
            assertNotAllowed(action);
        }
    }

    @Test
    void studentSeesMessagesButNotNotes() {
        perform(new CaseAction.Note("A hard one."));
        perform(new CaseAction.Message("We are on it."));
        assertThat(details.notes()).extracting(CaseCommentView::text).containsExactly("A hard one.");
        var student = caseService.find(details.saved().id()).orElseThrow();
        assertThat(student.progress().conversation().messages())
                .extracting(MessageView::text)
                .containsExactly("We are on it.");
    }

    @Test
    void actionIsReflectedInCaseOncePerformed() {
        for (CaseAction action : List.of(
                new CaseAction.Take(),
                new CaseAction.GiveBack(),
                new CaseAction.Assign("bob"),
                OTHERWISE,
                new CaseAction.ClearDecision(),
                new CaseAction.Close(),
                new CaseAction.Reopen(),
                new CaseAction.Note("For advisors."),
                new CaseAction.Message("For the student."))) {
            assertThat(action.isReflectedIn(details, "ada"))
                    .as("%s before", action)
                    .isFalse();
            perform(action);
            assertThat(action.isReflectedIn(details, "ada"))
                    .as("%s after", action)
                    .isTrue();
        }
    }

    @Test
    void noteOfAnotherAdvisorIsNotTheSame() {
        perform(new CaseAction.Note("A hard one."));

        assertThat(new CaseAction.Note("A hard one.").isReflectedIn(details, "bob"))
                .isFalse();
        assertThat(new CaseAction.Note("Another one.").isReflectedIn(details, "ada"))
                .isFalse();
    }

    @Test
    void rejectsActionOnOlderVersion() {
        int seen = details.saved().version();
        perform(new CaseAction.Take());
        assertThatThrownBy(() -> reviewService.perform(details.saved().id(), seen, OTHERWISE, "bob"))
                .isInstanceOf(CaseModifiedException.class);
        assertThat(reviewService
                        .find(details.saved().id())
                        .orElseThrow()
                        .saved()
                        .decision())
                .isEmpty();
    }

    @Test
    void performsOneOfTwoConcurrentActions() {
        int seen = details.saved().version();
        var both = Stream.of("ada", "bob")
                .map(advisor -> CompletableFuture.supplyAsync(() -> isPerformed(seen, advisor)))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(reviewService
                        .find(details.saved().id())
                        .orElseThrow()
                        .timeline()
                        .entries())
                .hasSize(1);
    }

    @Test
    void timelineHasEventsOfStudent() {
        caseService.askAdvisor(details.saved().id(), new ContactDetails("Somebody", ""), "");
        caseService.withdrawContact(details.saved().id());
        details = reviewService.find(details.saved().id()).orElseThrow();
        assertThat(details.timeline().entries())
                .extracting(TimelineEntry::type, TimelineEntry::actor)
                .containsExactly(tuple("withdraw", "student"), tuple("ask", "student"));
        assertThat(details.contact()).isEmpty();
    }

    @Test
    void validatesActionAgainstCaseAndLoadsCaseOnce() {
        var statistics = desk.bean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        var before =
                reviewService.perform(details.saved().id(), details.saved().version(), this::takeIfUnassigned, "ada");

        assertThat(statistics.getEntityStatistics(Case.class.getName()).getLoadCount())
                .isEqualTo(1);
        statistics.setStatisticsEnabled(false);
        assertThat(before).contains(details);
        assertThat(reviewService.perform(details.saved().id(), 1, this::takeIfUnassigned, "bob"))
                .get()
                .extracting(CaseDetails::assignee)
                .isEqualTo(Optional.of("ada"));
        assertThat(reviewService
                        .find(details.saved().id())
                        .orElseThrow()
                        .timeline()
                        .entries())
                .hasSize(1);
    }

    private Optional<CaseAction> takeIfUnassigned(CaseDetails current) {
        return current.assignee().isEmpty() ? Optional.of(new CaseAction.Take()) : Optional.empty();
    }

    private boolean isPerformed(int seen, String advisor) {
        try {
            reviewService.perform(details.saved().id(), seen, new CaseAction.Take(), advisor);
            return true;
        } catch (CaseModifiedException conflict) {
            return false;
        }
    }

    private void perform(CaseAction action) {
        details = reviewService
                .perform(details.saved().id(), details.saved().version(), action, "ada")
                .orElseThrow();
    }

    private void assertNotAllowed(CaseAction action) {
        assertThatThrownBy(() -> perform(action))
                .as("%s of a case that is %s", action.type(), status())
                .isInstanceOf(CaseActionNotAllowedException.class);
    }

    private CaseStatus status() {
        return details.saved().progress().status();
    }
}
