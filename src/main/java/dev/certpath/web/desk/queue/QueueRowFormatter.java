package dev.certpath.web.desk.queue;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseRow;
import dev.certpath.guide.ExamClosures;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.queue.QueueRow.Label;
import dev.certpath.web.desk.queue.QueueRow.TrackName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the rows of the queue in words. */
@Component
class QueueRowFormatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final Set<AttentionReason> PRESSING =
            EnumSet.of(AttentionReason.STUDENT_ASKED, AttentionReason.EXAM_ENDS);

    private final Guide guide;
    private final Clock clock;
    private final CurrentDate currentDate;
    private final FormMessages words;

    QueueRowFormatter(Guide guide, Clock clock, CurrentDate currentDate, FormMessages words) {
        this.guide = guide;
        this.clock = clock;
        this.currentDate = currentDate;
        this.words = words;
    }

    /** Rows as an advisor sees them. */
    List<QueueRow> of(List<CaseRow> rows, String advisor) {
        return rows.stream().map(row -> of(row, advisor)).toList();
    }

    private QueueRow of(CaseRow row, String advisor) {
        return new QueueRow(
                row,
                row.waitingSince().map(this::age).orElse(""),
                age(row.openedAt()),
                age(row.changedAt()),
                why(row),
                answers(row),
                track(row.first()),
                track(row.second()),
                words.text("case.status." + row.status()),
                row.assignee()
                        .map(name -> name.equals(advisor) ? words.text("queue.you") : name)
                        .orElseGet(() -> words.text("queue.nobody")));
    }

    private String age(Instant then) {
        var age = Duration.between(then, clock.instant());
        if (age.toDays() > 0) {
            return words.text("queue.age.days", age.toDays());
        }
        return words.text("queue.age.hours", Math.max(0, age.toHours()));
    }

    private List<Label> why(CaseRow row) {
        var labels = new ArrayList<Label>();
        for (AttentionReason why : row.why()) {
            var said = why == AttentionReason.EXAM_ENDS ? ends(row) : Stream.of(words.text("queue.why." + why));
            said.forEach(text -> labels.add(new Label(text, PRESSING.contains(why))));
        }
        return labels;
    }

    private Stream<String> ends(CaseRow row) {
        var today = currentDate.get();
        var ends = ExamClosures.asOf(today, guide);
        return Stream.of(row.firstExam(), row.secondExam())
                .flatMap(exam -> ends.lastDayOf(exam).stream().map(last -> {
                    var format = last.getYear() == today.getYear() ? DAY : DAY_OF_YEAR;
                    var code = last.isBefore(today) ? "queue.exam.closed" : "queue.exam.closes";
                    return words.text(code, exam, format.format(last));
                }));
    }

    private String answers(CaseRow row) {
        var answers = Map.of(
                "employerCloud", row.employer(),
                "targetIndustry", List.of(row.industry()),
                "roleFocus", List.of(row.role()),
                "mlBackground", List.of(row.background()));
        return String.join(
                " · ",
                guide.questions().stream()
                        .map(question -> answer(question, answers.getOrDefault(question.parameter(), List.of())))
                        .toList());
    }

    private String answer(Question question, List<String> codes) {
        var unknown = question.unknown();
        if (unknown != null && (codes.isEmpty() || codes.contains(unknown.code()))) {
            return words.text("queue.not-known", question.texts().label());
        }
        return String.join(
                ", ",
                codes.stream()
                        .map(code ->
                                question.findOption(code).map(Option::phrase).orElse(code))
                        .toList());
    }

    /** A case can be older than the guide in force, which may lack its tracks. */
    private TrackName track(String code) {
        return guide.findTrack(code)
                .map(track -> new TrackName(code, track.name(), track.mark()))
                .orElseGet(() -> new TrackName(code, code, ""));
    }
}
