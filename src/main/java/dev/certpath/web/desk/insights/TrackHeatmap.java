package dev.certpath.web.desk.insights;

import dev.certpath.cases.statistics.CaseBreakdown;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.queue.FilterOption;
import dev.certpath.web.desk.queue.FilterOptionList;
import dev.certpath.web.desk.queue.TrackLabel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A table of the recommended first tracks by the answers to two questions: a row for each answer to the first, a column
 * for each answer to the second, and in each cell a number for each track. The last row and the last column contain the
 * sums.
 *
 * @param tracks the tracks in each cell
 * @param rowLabel the first question
 * @param columnLabel the second question
 * @param columns the headers of the columns
 * @param rows the rows
 */
public record TrackHeatmap(
        List<TrackLabel> tracks, String rowLabel, String columnLabel, List<FilterOption> columns, List<Row> rows) {

    /** The number of the darkest shade; 0 is none. */
    private static final int MAX_SHADE = 5;

    /**
     * A row.
     *
     * @param label the answer to the first question
     * @param cells a cell for each answer to the second
     */
    public record Row(String label, List<Cell> cells) {}

    /**
     * The cases with the same answers to both questions.
     *
     * @param column the answer to the second question
     * @param shares a share for each track
     */
    public record Cell(String column, List<TrackShare> shares) {}

    /**
     * The cases of a cell in which a track is recommended first.
     *
     * @param track the track
     * @param cases the number of cases
     * @param shade the part of the cell's cases as a shade from 0 to 5; 0 if the cell has few cases
     * @param leading whether there are more cases than of any other track; false if the cell has few cases
     */
    public record TrackShare(TrackLabel track, CaseCountLink cases, int shade, boolean leading) {}

    /**
     * A question with one answer, by which cases are counted.
     *
     * @param parameter the name of the question in JSON
     * @param answers the filter by its answers
     */
    public record Axis(String parameter, FilterOptionList answers) {

        String codeOf(CaseBreakdown group) {
            return group.answers().getOrDefault(parameter, List.of()).stream()
                    .findFirst()
                    .orElse("");
        }

        /** The answers of the guide in force, those that only older cases have, and the sum. */
        List<FilterOption> options(List<CaseBreakdown> breakdown, String sumLabel) {
            var codes = breakdown.stream()
                    .map(this::codeOf)
                    .filter(code -> !code.isEmpty())
                    .toList();
            return answers.withCodes(codes)
                    .withOptions(List.of(new FilterOption("", sumLabel)))
                    .options();
        }
    }

    /** Creates the table; {@code sumLabel} is the header of the last row and the last column. */
    static TrackHeatmap of(
            List<CaseBreakdown> breakdown,
            QueueParameters queue,
            List<TrackLabel> tracks,
            Axis rows,
            Axis columns,
            String sumLabel) {
        return new Layout(counts(breakdown, rows, columns), queue, tracks, rows, columns)
                .table(rows.options(breakdown, sumLabel), columns.options(breakdown, sumLabel));
    }

    /** The key of a number in the table; an empty answer stands for the sum of all. */
    private record Key(String row, String column, String firstTrack) {}

    private record Layout(
            Map<Key, Long> counts, QueueParameters queue, List<TrackLabel> tracks, Axis rowAxis, Axis columnAxis) {

        TrackHeatmap table(List<FilterOption> rowOptions, List<FilterOption> columnOptions) {
            var rows = rowOptions.stream()
                    .map(row -> new Row(
                            row.label(),
                            columnOptions.stream()
                                    .map(column -> cell(row, column))
                                    .toList()))
                    .toList();
            return new TrackHeatmap(
                    tracks, rowAxis.answers().label(), columnAxis.answers().label(), columnOptions, rows);
        }

        private Cell cell(FilterOption row, FilterOption column) {
            var links = tracks.stream()
                    .map(track -> link(new Key(row.code(), column.code(), track.code())))
                    .toList();
            long sum = links.stream().mapToLong(CaseCountLink::count).sum();
            long highest = links.stream().mapToLong(CaseCountLink::count).max().orElse(0);
            boolean unique =
                    links.stream().filter(link -> link.count() == highest).count() == 1;
            var total = new CaseCountLink(sum, queue);
            var shares = IntStream.range(0, tracks.size())
                    .mapToObj(index -> share(
                            tracks.get(index),
                            links.get(index),
                            total,
                            unique && links.get(index).count() == highest))
                    .toList();
            return new Cell(column.label(), shares);
        }

        private static TrackShare share(TrackLabel track, CaseCountLink cases, CaseCountLink total, boolean leading) {
            return total.isFew()
                    ? new TrackShare(track, cases, 0, false)
                    : new TrackShare(track, cases, (int) Math.round(MAX_SHADE * cases.fractionOf(total)), leading);
        }

        private CaseCountLink link(Key key) {
            return new CaseCountLink(
                    counts.getOrDefault(key, 0L),
                    queue.with(rowAxis.answers().name(), key.row)
                            .with(columnAxis.answers().name(), key.column)
                            .with(QueueParameters.FIRST, key.firstTrack));
        }
    }

    /** Counts every case four times: for its cell, for the sums of its row and its column, and for the total. */
    private static Map<Key, Long> counts(List<CaseBreakdown> breakdown, Axis rows, Axis columns) {
        var counts = new HashMap<Key, Long>();
        for (CaseBreakdown group : breakdown) {
            for (String row : withSum(rows.codeOf(group))) {
                for (String column : withSum(columns.codeOf(group))) {
                    counts.merge(new Key(row, column, group.firstTrack()), group.caseCount(), Long::sum);
                }
            }
        }
        return counts;
    }

    /** The answer and the sum; only the sum for cases without an answer, as those from before the guide had the question. */
    private static List<String> withSum(String code) {
        return code.isEmpty() ? List.of("") : List.of(code, "");
    }
}
