package dev.certpath.editions;

import dev.certpath.editions.dryrun.DryRunRequest;
import dev.certpath.guide.ExamCalendar;
import dev.certpath.guide.Guide;
import dev.certpath.recommend.Planner;
import dev.certpath.recommend.Recommender;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A guide that is or was in force, with everything that is derived from it. It never changes: another edition and other
 * exams are another snapshot, so what one snapshot gives always agrees.
 */
public final class GuideSnapshot {

    /**
     * What differs from another edition.
     *
     * @param edition the number of the other edition
     */
    public record ChangesSince(int edition, EditionComparison comparison) {}

    private final Guide guide;
    private final GuideSource source;
    private final Optional<ChangesSince> changes;
    private final ExamCalendar calendar;
    private final Recommender recommender;
    private final Planner planner;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /** Derives everything from a guide. */
    GuideSnapshot(Guide guide, GuideSource source, Optional<ChangesSince> changes) {
        this.guide = guide;
        this.source = source;
        this.changes = changes;
        this.calendar = guide.calendar();
        this.recommender = new Recommender(guide);
        this.planner = new Planner(guide);
    }

    /** The guide. */
    public Guide guide() {
        return guide;
    }

    /** Where the guide comes from. */
    public GuideSource source() {
        return source;
    }

    /** What differs from the edition that was in force before; empty if there was none, or if it is unknown. */
    public Optional<ChangesSince> changes() {
        return changes;
    }

    /** The calendar of the guide's exams. */
    public ExamCalendar calendar() {
        return calendar;
    }

    /** Recommends by the guide. */
    public Recommender recommender() {
        return recommender;
    }

    /** Plans with the guide's exams. */
    public Planner planner() {
        return planner;
    }

    /**
     * Asks what would change if another edition came into force.
     *
     * @param text the text of the other edition
     * @param edition the other edition, with the exams in force
     */
    public DryRunRequest dryRunOf(String text, Guide edition) {
        return new DryRunRequest(text, edition, guide, source.version());
    }

    /**
     * Returns something that depends on the guide alone. It is created once and kept as long as this snapshot.
     *
     * @param type the type of what is created, of which a snapshot keeps one object
     * @param factory creates it
     */
    public <T> T derive(Class<T> type, Function<GuideSnapshot, T> factory) {
        return type.cast(derived.computeIfAbsent(type, key -> factory.apply(this)));
    }
}
