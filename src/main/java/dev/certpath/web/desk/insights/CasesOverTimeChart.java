package dev.certpath.web.desk.insights;

import dev.certpath.cases.statistics.TimeGranularity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cases by when they were opened.
 *
 * @param pace whether by days, weeks, months or years
 * @param columns a column for each, the first first
 */
public record CasesOverTimeChart(TimeGranularity pace, List<Column> columns) {

    /** As many have room on a small screen. */
    private static final int TICKS = 4;

    /** What part of its share of the width a column fills. */
    private static final double FILLED = 0.78;

    /** Where a word that starts there would go over the edge. */
    private static final double NEAR_THE_EDGE = 75;

    /**
     * A column of the picture.
     *
     * @param days when, in words
     * @param brief the same in few letters
     * @param tally how many cases
     * @param whole whether it stands for a whole day, week, month or year
     */
    public record Column(String days, String brief, CaseCountLink tally, boolean whole) {}

    /**
     * A column in its place, in hundred of the picture.
     *
     * @param column what it shows
     * @param x where it starts
     * @param y where it ends, from above
     * @param width how wide it is
     * @param height how high it is
     */
    public record Placed(Column column, double x, double y, double width, double height) {}

    /**
     * Words under the picture.
     *
     * @param words what they say
     * @param x where they are, in hundred of the picture
     * @param atEnd whether they end there, instead of starting
     */
    public record Tick(String words, double x, boolean atEnd) {}

    /** The column with the most cases, the first of such. */
    public Column peak() {
        return columns.stream()
                .max(Comparator.comparing((Column column) -> column.tally.number())
                        .thenComparing(columns::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Every column in its place. */
    public List<Placed> placed() {
        var most = peak().tally;
        double share = 1.0 / columns.size();
        return IntStream.range(0, columns.size())
                .mapToObj(number -> {
                    var column = columns.get(number);
                    double height = ChartBar.inHundred(column.tally.partOf(most));
                    double x = ChartBar.inHundred(share * (number + (1 - FILLED) / 2));
                    return new Placed(
                            column,
                            x,
                            ChartBar.inHundred(1 - height / 100),
                            ChartBar.inHundred(share * FILLED),
                            height);
                })
                .toList();
    }

    /** What stands under the columns: not under each, but under some of them, evenly spread. */
    public List<Tick> ticks() {
        int step = (columns.size() + TICKS - 1) / TICKS;
        return IntStream.range(0, columns.size())
                .filter(number -> number % step == 0)
                .mapToObj(number -> {
                    double x = 100.0 * number / columns.size();
                    boolean atEnd = x > NEAR_THE_EDGE;
                    return new Tick(
                            columns.get(number).brief,
                            ChartBar.inHundred((atEnd ? number + 1.0 : number) / columns.size()),
                            atEnd);
                })
                .toList();
    }
}
