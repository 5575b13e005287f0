package dev.certpath.editions.dryrun;

import dev.certpath.editions.dryrun.DryRun.ExamChange;
import dev.certpath.guide.Exam;
import dev.certpath.guide.ExamCalendar;
import dev.certpath.guide.ExamCalendar.AvailableExam;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the days on which tracks lead to other exams, by comparing the calendars of two guides day by day. */
final class ExamChanges {

    private static final int YEARS = 2;

    private final ExamCalendar before;
    private final ExamCalendar after;
    private final LocalDate start;
    private final LocalDate end;

    private ExamChanges(Guide before, Guide after, LocalDate today) {
        this.before = before.calendar();
        this.after = after.calendar();
        this.start = latest(today, latest(before.validFrom(), after.validFrom()));
        this.end = start.plusYears(YEARS);
    }

    /** Compares the exams of the tracks that both guides have, from a day on. */
    static List<ExamChange> between(Guide before, Guide after, LocalDate today) {
        var comparison = new ExamChanges(before, after, today);
        var changes = new ArrayList<ExamChange>();
        before.tracks()
                .forEach(track -> after.findTrack(track.code())
                        .ifPresent(same -> changes.addAll(comparison.ofTrack(track, same))));
        return List.copyOf(changes);
    }

    private List<ExamChange> ofTrack(Track track, Track same) {
        var changes = new ArrayList<ExamChange>();
        var first = start;
        while (!first.isAfter(end)) {
            var earlier = examCode(before, track, first);
            var later = examCode(after, same, first);
            var next = first.plusDays(1);
            while (!next.isAfter(end)
                    && Objects.equals(earlier, examCode(before, track, next))
                    && Objects.equals(later, examCode(after, same, next))) {
                next = next.plusDays(1);
            }
            if (!Objects.equals(earlier, later)) {
                changes.add(new ExamChange(
                        track.code(), first, next.isAfter(end) ? null : next.minusDays(1), earlier, later));
            }
            first = next;
        }
        return changes;
    }

    private static @Nullable String examCode(ExamCalendar calendar, Track track, LocalDate day) {
        return calendar.findAvailableExam(track, day)
                .map(AvailableExam::exam)
                .map(Exam::code)
                .orElse(null);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
