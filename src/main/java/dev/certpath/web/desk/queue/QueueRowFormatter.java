package dev.certpath.web.desk.queue;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseRow;
import dev.certpath.guide.ExamClosures;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.queue.QueueRow.AttentionLabel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Formats the rows of the queue. */
@Component
class QueueRowFormatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final Set<AttentionReason> URGENT =
            EnumSet.of(AttentionReason.STUDENT_ASKED, AttentionReason.EXAM_ENDS);

    private final Guide guide;
    private final Clock clock;
    private final CurrentDate currentDate;
    private final DeskMessages messages;

    QueueRowFormatter(Guide guide, Clock clock, CurrentDate currentDate, DeskMessages messages) {
        this.guide = guide;
        this.clock = clock;
        this.currentDate = currentDate;
        this.messages = messages;
    }

    /** Formats rows for an advisor. */
    List<QueueRow> format(List<CaseRow> rows, String advisor) {
        return rows.stream().map(row -> format(row, advisor)).toList();
    }

    private QueueRow format(CaseRow row, String advisor) {
        return new QueueRow(
                row,
                row.waitingSince().map(this::age).orElse(""),
                age(row.openedAt()),
                age(row.changedAt()),
                attentionLabels(row),
                answers(row),
                track(row.firstTrack()),
                track(row.secondTrack()),
                messages.text("case.status." + row.status()),
                row.assignee()
                        .map(username -> username.equals(advisor) ? messages.text("queue.you") : username)
                        .orElseGet(() -> messages.text("queue.nobody")));
    }

    private String age(Instant time) {
        var age = Duration.between(time, clock.instant());
        if (age.toDays() > 0) {
            return messages.text("queue.age.days", age.toDays());
        }
        return messages.text("queue.age.hours", Math.max(0, age.toHours()));
    }

    private List<AttentionLabel> attentionLabels(CaseRow row) {
        var labels = new ArrayList<AttentionLabel>();
        for (AttentionReason reason : row.attentionReasons()) {
            var texts = reason == AttentionReason.EXAM_ENDS
                    ? examClosures(row)
                    : Stream.of(messages.text("queue.why." + reason));
            texts.forEach(text -> labels.add(new AttentionLabel(text, URGENT.contains(reason))));
        }
        return labels;
    }

    private Stream<String> examClosures(CaseRow row) {
        var today = currentDate.get();
        var closures = ExamClosures.asOf(today, guide);
        return Stream.of(row.firstExam(), row.secondExam())
                .flatMap(exam -> closures.lastDayOf(exam).stream().map(lastDay -> {
                    var format = lastDay.getYear() == today.getYear() ? DAY : DAY_AND_YEAR;
                    var code = lastDay.isBefore(today) ? "queue.exam.closed" : "queue.exam.closes";
                    return messages.text(code, exam, format.format(lastDay));
                }));
    }

    private String answers(CaseRow row) {
        return String.join(
                " · ",
                guide.questions().stream()
                        .map(question -> answer(question, row.answers().getOrDefault(question.parameter(), List.of())))
                        .toList());
    }

    private String answer(Question question, List<String> codes) {
        var unknown = question.unknown();
        if (unknown != null && (codes.isEmpty() || codes.contains(unknown.code()))) {
            return messages.text("queue.not-known", question.texts().label());
        }
        return String.join(
                ", ",
                codes.stream()
                        .map(code ->
                                question.findOption(code).map(Option::phrase).orElse(code))
                        .toList());
    }

    /** The guide in force may lack a track of an older case. */
    private TrackLabel track(String code) {
        return guide.findTrack(code)
                .map(track -> new TrackLabel(code, track.name(), track.mark()))
                .orElseGet(() -> new TrackLabel(code, code, ""));
    }
}
