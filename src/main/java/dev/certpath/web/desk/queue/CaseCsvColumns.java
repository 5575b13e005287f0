package dev.certpath.web.desk.queue;

import static java.util.Collections.emptyList;

import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CaseRow;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Question;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.queue.CaseCsvWriter.Column;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The columns of the CSV export. A column of codes, as in URLs and JSON, is followed by one of their labels, so that people
 * can read the file and programs can process it. Times are UTC, in a form of ISO 8601 that spreadsheets read as a time.
 */
@Component
class CaseCsvColumns {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CurrentGuide currentGuide;
    private final QueueFilterOptions options;
    private final DeskMessages messages;

    CaseCsvColumns(CurrentGuide currentGuide, QueueFilterOptions options, DeskMessages messages) {
        this.currentGuide = currentGuide;
        this.options = options;
        this.messages = messages;
    }

    /** All columns, in the order of the file. */
    List<Column> all() {
        return Stream.of(
                        caseColumns(),
                        recommendationColumns(),
                        currentGuide.guide().questions().stream().flatMap(this::answerColumns),
                        decisionColumns())
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Column> caseColumns() {
        return Stream.of(
                        Stream.of(
                                column("reference", CaseRow::reference),
                                column("name", CaseRow::name),
                                column("opened", row -> TIME.format(row.openedAt())),
                                column("asked", row -> format(row.askedAt())),
                                column("changed", row -> TIME.format(row.changedAt()))),
                        withLabels("status", row -> List.of(row.status().toString()), this::status),
                        Stream.of(column("who", row -> row.assignee().orElse(""))),
                        withLabels("why", CaseCsvColumns::attentionReasons, this::attentionReason))
                .flatMap(Function.identity());
    }

    private Stream<Column> recommendationColumns() {
        return Stream.of(
                        withLabels("first", row -> List.of(row.firstTrack()), this::track),
                        withLabels("second", row -> List.of(row.secondTrack()), this::track),
                        Stream.of(column("first-exam", CaseRow::firstExam), column("second-exam", CaseRow::secondExam)),
                        withLabels("firmness", row -> List.of(row.firmness()), options.firmness()::label),
                        Stream.of(column("lead", row -> String.valueOf(row.leadPoints()))))
                .flatMap(Function.identity());
    }

    private Stream<Column> answerColumns(Question question) {
        var answers = options.answers(question);
        var header = question.texts().label();
        Function<CaseRow, List<String>> codes = row -> row.answers().getOrDefault(question.parameter(), emptyList());
        return Stream.of(
                new Column(header, row -> String.join(" ", codes.apply(row))),
                new Column(labelHeader(header), row -> answerLabels(question, answers, codes.apply(row))));
    }

    private static String answerLabels(Question question, FilterOptionList answers, List<String> codes) {
        var unknown = question.unknown();
        return codes.isEmpty() && unknown != null ? unknown.label() : joinLabels(codes, answers::label);
    }

    private Stream<Column> decisionColumns() {
        return Stream.of(
                        withLabels("decided-first", row -> decision(row, CaseRow.Decision::first), this::track),
                        withLabels("decided-second", row -> decision(row, CaseRow.Decision::second), this::track),
                        withLabels("decision", CaseCsvColumns::outcome, this::outcomeLabel),
                        withLabels("reason", CaseCsvColumns::reason, options.decisionReasons()::label),
                        Stream.of(
                                column(
                                        "decided-by",
                                        row -> row.decision()
                                                .map(CaseRow.Decision::author)
                                                .orElse("")),
                                column(
                                        "decided-at",
                                        row -> format(row.decision().map(CaseRow.Decision::at))),
                                column("cohort", CaseRow::cohort)))
                .flatMap(Function.identity());
    }

    private Column column(String code, Function<CaseRow, String> cell) {
        return new Column(messages.text("export." + code), cell);
    }

    /** A column of codes and a column of their labels. */
    private Stream<Column> withLabels(
            String code, Function<CaseRow, ? extends Collection<String>> codes, Function<String, String> label) {
        var header = messages.text("export." + code);
        return Stream.of(
                new Column(header, row -> String.join(" ", codes.apply(row))),
                new Column(labelHeader(header), row -> joinLabels(codes.apply(row), label)));
    }

    private String labelHeader(String header) {
        return messages.text("export.label", header);
    }

    private static String joinLabels(Collection<String> codes, Function<String, String> label) {
        return codes.stream().map(label).collect(Collectors.joining(", "));
    }

    private static String format(Optional<Instant> time) {
        return time.map(TIME::format).orElse("");
    }

    private String status(String code) {
        return messages.text("case.status." + code);
    }

    private String attentionReason(String code) {
        return messages.text("queue.why." + code);
    }

    private String track(String code) {
        return options.firstTracks().label(code);
    }

    private String outcomeLabel(String code) {
        return messages.text("queue.decision." + code);
    }

    private static List<String> attentionReasons(CaseRow row) {
        return row.attentionReasons().stream().map(AttentionReason::toString).toList();
    }

    private static List<String> decision(CaseRow row, Function<CaseRow.Decision, String> code) {
        return row.decision().map(code).stream().toList();
    }

    private static List<String> outcome(CaseRow row) {
        var outcome = row.isOverruled() ? DecisionFilter.OTHERWISE : DecisionFilter.AGREED;
        return row.decision().map(decision -> outcome.toString()).stream().toList();
    }

    /** Older decisions have no reason. */
    private static List<String> reason(CaseRow row) {
        return row
                .decision()
                .filter(decision -> row.isOverruled())
                .map(decision -> decision.reason().isEmpty() ? CaseFilter.NO_REASON : decision.reason())
                .stream()
                .toList();
    }
}
