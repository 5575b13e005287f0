package dev.certpath.web.desk.insights;

import java.util.List;

/**
 * The cases of a period in numbers, as a page shows them.
 *
 * @param cases how many there are
 * @param time by when they were opened
 * @param firsts by which track comes first
 * @param heat the same by industry and role
 * @param firmness by how firm the first is
 * @param decisions how advisors decided
 */
public record Insights(
        CaseCountLink cases,
        CasesOverTimeChart time,
        List<ChartBar> firsts,
        TrackHeatmap heat,
        List<ChartBar> firmness,
        Decisions decisions) {

    /**
     * How advisors decided.
     *
     * @param all on how many cases they did
     * @param kinds in how many of those they agreed, and in how many not
     * @param reasons why not, the most frequent reason first
     * @param rules for every rule that had fired in such a case, in how many of those they decided otherwise, the one
     *     most often overruled first
     */
    public record Decisions(CaseCountLink all, List<ChartBar> kinds, List<ChartBar> reasons, List<ChartBar> rules) {

        /** In how many cases advisors decided otherwise. */
        public ChartBar otherwise() {
            return kinds.get(kinds.size() - 1);
        }
    }

    /** How many of the cases have that firmness. */
    public ChartBar firmness(String code) {
        return firmness.stream()
                .filter(bar -> bar.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The tracks that come first most often: several where it is equally often. */
    public List<ChartBar> leading() {
        long most = firsts.stream().mapToLong(bar -> bar.tally().number()).max().orElse(0);
        return firsts.stream().filter(bar -> bar.tally().number() == most).toList();
    }
}
