package dev.certpath.web.desk.insights;

import dev.certpath.cases.statistics.CaseStatistics.Mix;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.queue.QueueFilterOptions.Choice;
import dev.certpath.web.desk.queue.QueueFilterOptions.Choices;
import dev.certpath.web.desk.queue.QueueRow.TrackName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which tracks come first for whom: a row for each industry and one for all, a column for each role and one for all,
 * and in each field a number for each track.
 *
 * @param tracks the tracks of every field
 * @param roles the heads of the columns
 * @param rows the rows
 */
public record TrackHeatmap(List<TrackName> tracks, List<Choice> roles, List<Row> rows) {

    /** Shades, from none to the darkest. */
    private static final int SHADES = 5;

    /**
     * A row.
     *
     * @param label its head
     * @param fields a field for each role
     */
    public record Row(String label, List<Field> fields) {}

    /**
     * The cases of an industry and a role.
     *
     * @param role the role in words
     * @param shares a share for each track
     */
    public record Field(String role, List<Share> shares) {}

    /**
     * The cases of a field in which a track comes first.
     *
     * @param track the track
     * @param tally how many they are
     * @param shade how large a part of the field they are, from 0 to 5
     * @param leads whether they are more than those of any other track
     */
    public record Share(TrackName track, CaseCountLink tally, int shade, boolean leads) {}

    /** Lays out the table; all stands at the head of the last row and the last column. */
    static TrackHeatmap of(
            List<Mix> mixes,
            QueueParameters period,
            List<TrackName> tracks,
            Choices industries,
            Choices roles,
            String all) {
        var layout = new Layout(counts(mixes), period, tracks);
        return layout.table(
                withAll(industries.and(mixes.stream().map(Mix::industry).toList()), all),
                withAll(roles.and(mixes.stream().map(Mix::role).toList()), all));
    }

    private record Place(String industry, String role, String first) {}

    private record Layout(Map<Place, Long> counts, QueueParameters period, List<TrackName> tracks) {

        TrackHeatmap table(List<Choice> industries, List<Choice> roles) {
            var rows = industries.stream()
                    .map(industry -> new Row(
                            industry.label(),
                            roles.stream().map(role -> field(industry, role)).toList()))
                    .toList();
            return new TrackHeatmap(tracks, roles, rows);
        }

        private Field field(Choice industry, Choice role) {
            var tallies = tracks.stream()
                    .map(track -> tally(industry.code(), role.code(), track.code()))
                    .toList();
            long sum = tallies.stream().mapToLong(CaseCountLink::number).sum();
            long most = tallies.stream().mapToLong(CaseCountLink::number).max().orElse(0);
            boolean alone =
                    tallies.stream().filter(tally -> tally.number() == most).count() == 1;
            var whole = new CaseCountLink(sum, period);
            var shares = IntStream.range(0, tracks.size())
                    .mapToObj(number -> new Share(
                            tracks.get(number),
                            tallies.get(number),
                            (int) Math.round(SHADES * tallies.get(number).partOf(whole)),
                            alone && tallies.get(number).number() == most))
                    .toList();
            return new Field(role.label(), shares);
        }

        private CaseCountLink tally(String industry, String role, String first) {
            long number = counts.getOrDefault(new Place(industry, role, first), 0L);
            return new CaseCountLink(
                    number,
                    period.with(QueueParameters.INDUSTRY, industry)
                            .with(QueueParameters.ROLE, role)
                            .with(QueueParameters.FIRST, first));
        }
    }

    /** Counts every case in its own field, in those of its row and its column for all, and in the one for all of all. */
    private static Map<Place, Long> counts(List<Mix> mixes) {
        var counts = new HashMap<Place, Long>();
        for (Mix mix : mixes) {
            for (String industry : List.of(mix.industry(), "")) {
                for (String role : List.of(mix.role(), "")) {
                    counts.merge(new Place(industry, role, mix.first()), mix.cases(), Long::sum);
                }
            }
        }
        return counts;
    }

    private static List<Choice> withAll(Choices choices, String all) {
        return Stream.concat(choices.choices().stream(), Stream.of(new Choice("", all)))
                .toList();
    }
}
