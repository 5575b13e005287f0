package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries stay in the timeline of a case until the case is deleted. */
@OnEveryDatabase
class TimelineAppendOnlyIT {

    private static final List<CaseAction> ACTIONS = List.of(
            new CaseAction.Take(),
            new CaseAction.Assign("bob"),
            new CaseAction.GiveBack(),
            new CaseAction.Decide("google", "azure", "other", "At first."),
            new CaseAction.Decide("azure", "google", "other", "On second thoughts."),
            new CaseAction.ClearDecision(),
            new CaseAction.Note("For us."),
            new CaseAction.Message("For them."),
            new CaseAction.Close(),
            new CaseAction.Reopen());

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseService caseService = desk.bean(CaseService.class);
    private final CaseReviewService reviewService = desk.bean(CaseReviewService.class);
    private final JdbcClient database = desk.bean(JdbcClient.class);

    private final List<TimelineEntry> before = new ArrayList<>();

    @Test
    void onlyDeletionOfCaseRemovesTimeline() {
        var saved = desk.caseOf("aws");
        var id = saved.id();
        caseService.askAdvisor(id, new ContactDetails("Somebody", ""), "");
        assertOneEntryAdded(id);
        for (CaseAction action : ACTIONS) {
            reviewService.perform(
                    id, reviewService.find(id).orElseThrow().saved().version(), action, "ada");
            assertOneEntryAdded(id);
        }
        caseService.withdrawContact(id);
        assertOneEntryAdded(id);

        long caseId = caseId(id);
        desk.delete(saved);
        assertThat(entries(caseId)).isZero();
    }

    /** One entry was added at the top, and the others are unchanged. */
    private void assertOneEntryAdded(String id) {
        var now = reviewService.find(id).orElseThrow().timeline().entries();
        assertThat(now).hasSize(before.size() + 1);
        assertThat(now.subList(1, now.size())).isEqualTo(before);
        before.clear();
        before.addAll(now);
        assertThat(entries(caseId(id))).isEqualTo(now.size());
    }

    private long caseId(String id) {
        return database.sql("select id from cases where address = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private int entries(long caseId) {
        return database.sql("select count(*) from case_events where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }
}
