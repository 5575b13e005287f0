package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens to a case, what happened before stays in its timeline until the whole case goes. */
@OnEveryDatabase
class TimelineAppendOnlyIT {

    private static final List<CaseAction> MOVES = List.of(
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
    private final CaseService caseBook = desk.bean(CaseService.class);
    private final CaseReviewService casework = desk.bean(CaseReviewService.class);
    private final JdbcClient database = desk.bean(JdbcClient.class);

    private final List<TimelineEntry> before = new ArrayList<>();

    @Test
    void onlyDeletingTheWholeCaseRemovesItsTimeline() {
        var saved = desk.caseOf("aws");
        var id = saved.id();
        caseBook.askAdvisor(id, new ContactDetails("Somebody", "", ""));
        oneMore(id);
        for (CaseAction move : MOVES) {
            casework.perform(id, casework.find(id).orElseThrow().saved().version(), move, "ada");
            oneMore(id);
        }
        caseBook.withdrawContact(id);
        oneMore(id);

        long number = number(id);
        desk.delete(saved);
        assertThat(entries(number)).isZero();
    }

    /** One entry was added, on top, and those below are as they were. */
    private void oneMore(String id) {
        var now = casework.find(id).orElseThrow().timeline();
        assertThat(now).hasSize(before.size() + 1);
        assertThat(now.subList(1, now.size())).isEqualTo(before);
        before.clear();
        before.addAll(now);
        assertThat(entries(number(id))).isEqualTo(now.size());
    }

    private long number(String id) {
        return database.sql("select id from cases where address = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private int entries(long number) {
        return database.sql("select count(*) from case_events where case_id = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
