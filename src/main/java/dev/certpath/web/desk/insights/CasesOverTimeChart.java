package dev.certpath.web.desk.insights;

import dev.certpath.cases.statistics.TimeGranularity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column chart of the cases by opening day.
 *
 * @param granularity the length of the buckets
 * @param columns a column for each bucket, in order
 */
public record CasesOverTimeChart(TimeGranularity granularity, List<Column> columns) {

    /** The number of labels that fit on a small screen. */
    private static final int MAX_TICKS = 4;

    /** The part of its slot that a column fills. */
    private static final double FILL_RATIO = 0.78;

    /** The position in percent from which a label would overflow the chart if it started there. */
    private static final double LAST_START = 75;

    /**
     * A column.
     *
     * @param days the days of the bucket
     * @param shortLabel the first day of the bucket, abbreviated
     * @param cases the number of cases
     * @param complete whether the bucket is a whole day, week, month or year
     */
    public record Column(String days, String shortLabel, CaseCountLink cases, boolean complete) {}

    /**
     * The rectangle of a column, in percent of the chart.
     *
     * @param column the column
     * @param x the left edge
     * @param y the upper edge, from the top
     * @param width the width
     * @param height the height
     */
    public record ColumnRectangle(Column column, double x, double y, double width, double height) {}

    /**
     * A label of the time axis.
     *
     * @param text the text
     * @param x the position in percent of the chart
     * @param endAligned whether the text ends at the position instead of starting there
     */
    public record Tick(String text, double x, boolean endAligned) {}

    /** The column with the most cases; the first one if there are several. */
    public Column peak() {
        return columns.stream()
                .max(Comparator.comparing((Column column) -> column.cases.count())
                        .thenComparing(columns::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** The rectangles of all columns. */
    public List<ColumnRectangle> rectangles() {
        var highest = peak().cases;
        return IntStream.range(0, columns.size())
                .mapToObj(index -> rectangle(index, highest))
                .toList();
    }

    private ColumnRectangle rectangle(int index, CaseCountLink highest) {
        var column = columns.get(index);
        double slot = 1.0 / columns.size();
        double height = ChartBar.toPercent(column.cases.fractionOf(highest));
        return new ColumnRectangle(
                column,
                ChartBar.toPercent(slot * (index + (1 - FILL_RATIO) / 2)),
                ChartBar.toPercent(1 - height / 100),
                ChartBar.toPercent(slot * FILL_RATIO),
                height);
    }

    /** The labels of the time axis: at most {@value #MAX_TICKS}, evenly spaced. */
    public List<Tick> ticks() {
        int step = (columns.size() + MAX_TICKS - 1) / MAX_TICKS;
        return IntStream.range(0, columns.size())
                .filter(index -> index % step == 0)
                .mapToObj(this::tick)
                .toList();
    }

    private Tick tick(int index) {
        boolean endAligned = 100.0 * index / columns.size() > LAST_START;
        double edge = endAligned ? index + 1.0 : index;
        return new Tick(columns.get(index).shortLabel, ChartBar.toPercent(edge / columns.size()), endAligned);
    }
}
