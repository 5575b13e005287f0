package dev.certpath.cases.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.certpath.testsupport.MailSite;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.RandomSeed;
import dev.certpath.testsupport.TestApplication;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads all cases of a query while other transactions change them. */
@OnEveryDatabase
class CaseSearchSnapshotIT {

    /** More than are read with one query. */
    private static final int CASES = 1_200;

    private static final CaseQuery BY_LEAD =
            new CaseQuery(CaseFilter.NONE, CaseSortOrder.CLOSEST, Optional.empty(), 50);

    private final TestApplication application = TestApplication.withoutCases();
    private final CaseSearch search = application.bean(CaseSearch.class);

    @BeforeEach
    void insertCasesOrderedById() {
        CaseGenerator.insert(new CaseGenerator(RandomSeed.get()).generate(CASES), application);
        application.update("update cases set lead_points = id");
    }

    @AfterEach
    void deleteCases() {
        application.update("delete from cases");
    }

    @Test
    void readsEveryCaseOnceWhileCasesChange() {
        var ids = new ArrayList<Long>();
        search.forEach(BY_LEAD, row -> {
            if (ids.isEmpty()) {
                inAnotherTransaction("update cases set lead_points = 5000 where id = 2"); // read, moves to the end
                inAnotherTransaction("update cases set lead_points = 0 where id = 1100"); // unread, moves to the start
                inAnotherTransaction("delete from cases where id = 900");
            }
            ids.add(row.databaseId());
        });
        assertThat(ids)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, CASES).boxed().toList());
        assertThat(application.caseCount()).isEqualTo(CASES - 1);
    }

    @Test
    void releasesTheConnectionWhenTheConsumerFails() {
        var rows = new ArrayList<CaseRow>();
        assertThatThrownBy(() -> search.forEach(BY_LEAD, row -> {
                    rows.add(row);
                    if (rows.size() == 600) {
                        assertThat(activeConnections()).isPositive();
                        throw new IllegalStateException("no space left");
                    }
                }))
                .hasMessage("no space left");
        MailSite.await(() -> activeConnections() == 0); // a scheduled job may have one for a moment
    }

    @Test
    void keepsOnlyOnePageOfRowsInMemory() {
        var seen = new ArrayList<WeakReference<CaseRow>>();
        search.forEach(BY_LEAD, row -> {
            seen.add(new WeakReference<>(row));
            if (seen.size() == CASES) {
                assertThat(reachable(seen)).isLessThan(CASES / 2);
            }
        });
        assertThat(seen).hasSize(CASES);
    }

    private static long reachable(List<WeakReference<CaseRow>> references) {
        System.gc();
        return references.stream().filter(reference -> reference.get() != null).count();
    }

    private int activeConnections() {
        return application.bean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
    }

    private void inAnotherTransaction(String sql) {
        assertThat(CompletableFuture.supplyAsync(() -> application.update(sql)).join())
                .isEqualTo(1);
    }
}
