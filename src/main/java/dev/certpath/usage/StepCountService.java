package dev.certpath.usage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores how often the steps of the questionnaire were reached: a row for each day and step, for all instances together. */
@Service
public class StepCountService {

    private static final String ADD = """
            update questionnaire_views set views = views + :views where viewed_on = :day and step = :step""";

    private static final String INSERT = """
            insert into questionnaire_views (viewed_on, step, views) values (:day, :step, :views)
            on conflict do nothing""";

    private final StepCounter counter;
    private final JdbcClient database;

    StepCountService(StepCounter counter, JdbcClient database) {
        this.counter = counter;
        this.database = database;
    }

    /** Adds what was counted in memory since the last call. If the database is unavailable, these counts are lost. */
    @Transactional
    public void store() {
        counter.takeCounts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(StepCounter.StepOfDay.IN_ORDER))
                .forEach(entry -> add(entry.getKey(), entry.getValue()));
    }

    /**
     * Adds to a row, or inserts it. Of two instances that insert it at the same time, one inserts nothing and adds. There is no
     * statement for both that all supported databases have.
     */
    private void add(StepCounter.StepOfDay key, long views) {
        if (execute(ADD, key, views) == 0 && execute(INSERT, key, views) == 0) {
            execute(ADD, key, views);
        }
    }

    private int execute(String sql, StepCounter.StepOfDay key, long views) {
        return database.sql(sql)
                .param("day", key.day())
                .param("step", key.step().code())
                .param("views", views)
                .update();
    }

    /**
     * Finds how often each step was reached in a period.
     *
     * @param from the first day in UTC; empty for the first that is stored
     * @param to the last day in UTC; empty for the last that is stored
     */
    @Transactional(readOnly = true)
    public Map<QuestionnaireStep, Long> findCounts(Optional<LocalDate> from, Optional<LocalDate> to) {
        var counts = new HashMap<QuestionnaireStep, Long>();
        database.sql("""
                        select step, sum(views) from questionnaire_views
                        where viewed_on >= :from and viewed_on <= :to group by step""")
                .param("from", from.orElse(LocalDate.EPOCH))
                .param("to", to.orElse(LocalDate.of(9999, 12, 31)))
                .query((row, number) -> counts.put(new QuestionnaireStep(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }
}
