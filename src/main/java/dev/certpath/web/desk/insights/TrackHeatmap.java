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
 * A table of the recommended first tracks: a row for each industry, a column for each role, and in each cell a number for
 * each track. The last row and the last column contain the sums.
 *
 * @param tracks the tracks in each cell
 * @param roles the headers of the columns
 * @param rows the rows
 */
public record TrackHeatmap(List<TrackLabel> tracks, List<FilterOption> roles, List<Row> rows) {

    /** The number of the darkest shade; 0 is none. */
    private static final int MAX_SHADE = 5;

    /**
     * A row.
     *
     * @param label the industry
     * @param cells a cell for each role
     */
    public record Row(String label, List<Cell> cells) {}

    /**
     * The cases of an industry and a role.
     *
     * @param role the role
     * @param shares a share for each track
     */
    public record Cell(String role, List<TrackShare> shares) {}

    /**
     * The cases of a cell in which a track is recommended first.
     *
     * @param track the track
     * @param cases the number of cases
     * @param shade the part of the cell's cases as a shade from 0 to 5
     * @param leading whether there are more cases than of any other track
     */
    public record TrackShare(TrackLabel track, CaseCountLink cases, int shade, boolean leading) {}

    /** Creates the table; {@code sumLabel} is the header of the last row and the last column. */
    static TrackHeatmap of(
            List<CaseBreakdown> breakdown,
            QueueParameters queue,
            List<TrackLabel> tracks,
            FilterOptionList industries,
            FilterOptionList roles,
            String sumLabel) {
        var layout = new Layout(counts(breakdown), queue, tracks);
        var industryCodes = breakdown.stream().map(CaseBreakdown::industry).toList();
        var roleCodes = breakdown.stream().map(CaseBreakdown::role).toList();
        return layout.table(
                withSum(industries.withCodes(industryCodes), sumLabel), withSum(roles.withCodes(roleCodes), sumLabel));
    }

    /** The key of a number in the table; an empty industry or role stands for the sum of all. */
    private record Key(String industry, String role, String firstTrack) {}

    private record Layout(Map<Key, Long> counts, QueueParameters queue, List<TrackLabel> tracks) {

        TrackHeatmap table(List<FilterOption> industries, List<FilterOption> roles) {
            var rows = industries.stream()
                    .map(industry -> new Row(
                            industry.label(),
                            roles.stream().map(role -> cell(industry, role)).toList()))
                    .toList();
            return new TrackHeatmap(tracks, roles, rows);
        }

        private Cell cell(FilterOption industry, FilterOption role) {
            var links = tracks.stream()
                    .map(track -> link(new Key(industry.code(), role.code(), track.code())))
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
            return new Cell(role.label(), shares);
        }

        private static TrackShare share(TrackLabel track, CaseCountLink cases, CaseCountLink total, boolean leading) {
            return new TrackShare(track, cases, (int) Math.round(MAX_SHADE * cases.fractionOf(total)), leading);
        }

        private CaseCountLink link(Key key) {
            return new CaseCountLink(
                    counts.getOrDefault(key, 0L),
                    queue.with(QueueParameters.INDUSTRY, key.industry)
                            .with(QueueParameters.ROLE, key.role)
                            .with(QueueParameters.FIRST, key.firstTrack));
        }
    }

    /** Counts every case four times: for its cell, for the sums of its row and its column, and for the total. */
    private static Map<Key, Long> counts(List<CaseBreakdown> breakdown) {
        var counts = new HashMap<Key, Long>();
        for (CaseBreakdown group : breakdown) {
            for (String industry : List.of(group.industry(), "")) {
                for (String role : List.of(group.role(), "")) {
                    counts.merge(new Key(industry, role, group.firstTrack()), group.caseCount(), Long::sum);
                }
            }
        }
        return counts;
    }

    private static List<FilterOption> withSum(FilterOptionList list, String sumLabel) {
        return list.withOptions(List.of(new FilterOption("", sumLabel))).options();
    }
}
