package dev.certpath.web.desk.queue;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseRow;
import dev.certpath.cases.search.LatestQuestions;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.ExamClosures;
import dev.certpath.web.desk.AgeFormatter;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.queue.QueueRow.AttentionLabel;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Formats the rows of the queue. */
@Component
class QueueRowFormatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private final CurrentGuide currentGuide;
    private final AgeFormatter ages;
    private final CurrentDate currentDate;
    private final DeskMessages messages;
    private final LatestQuestions latestQuestions;

    QueueRowFormatter(
            CurrentGuide currentGuide,
            AgeFormatter ages,
            CurrentDate currentDate,
            DeskMessages messages,
            LatestQuestions latestQuestions) {
        this.currentGuide = currentGuide;
        this.ages = ages;
        this.currentDate = currentDate;
        this.messages = messages;
        this.latestQuestions = latestQuestions;
    }

    /** Formats rows for an advisor. */
    List<QueueRow> format(List<CaseRow> rows, String advisor) {
        var questions = latestQuestions.find(rows);
        return rows.stream()
                .map(row -> format(row, questions.getOrDefault(row.databaseId(), ""), advisor))
                .toList();
    }

    private QueueRow format(CaseRow row, String question, String advisor) {
        return new QueueRow(
                row,
                row.waitingSince().map(ages::since).orElse(""),
                ages.since(row.openedAt()),
                attentionLabels(row),
                question,
                track(row.firstTrack()),
                track(row.secondTrack()),
                messages.text("case.status." + row.status()),
                row.assignee()
                        .map(username -> username.equals(advisor) ? messages.text("queue.you") : username)
                        .orElseGet(() -> messages.text("queue.nobody")));
    }

    /** Has no label for a student who asked: the question and the time of waiting are in the row. */
    private List<AttentionLabel> attentionLabels(CaseRow row) {
        return row.attentionReasons().stream()
                .filter(reason -> reason != AttentionReason.STUDENT_ASKED)
                .flatMap(reason -> attentionLabels(reason, row))
                .toList();
    }

    private Stream<AttentionLabel> attentionLabels(AttentionReason reason, CaseRow row) {
        return reason == AttentionReason.EXAM_ENDS
                ? examClosures(row).map(text -> new AttentionLabel(text, true))
                : Stream.of(new AttentionLabel(messages.text("queue.why." + reason), false));
    }

    private Stream<String> examClosures(CaseRow row) {
        var today = currentDate.get();
        var closures = ExamClosures.asOf(today, currentGuide.guide());
        return Stream.of(row.firstExam(), row.secondExam())
                .flatMap(exam -> closures.lastDayOf(exam).stream().map(lastDay -> {
                    var format = lastDay.getYear() == today.getYear() ? DAY : DAY_AND_YEAR;
                    var code = lastDay.isBefore(today) ? "queue.exam.closed" : "queue.exam.closes";
                    return messages.text(code, exam, format.format(lastDay));
                }));
    }

    /** The guide in force may lack a track of an older case. */
    private TrackLabel track(String code) {
        return currentGuide
                .guide()
                .findTrack(code)
                .map(track -> new TrackLabel(code, track.name(), track.mark()))
                .orElseGet(() -> new TrackLabel(code, code, ""));
    }
}
