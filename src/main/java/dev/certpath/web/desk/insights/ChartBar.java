package dev.certpath.web.desk.insights;

/**
 * A bar of a bar chart.
 *
 * @param code the code of the value that it stands for
 * @param label the label of the value
 * @param cases the number of cases
 * @param total the number of cases that they are a part of
 * @param length the length of the bar in percent of the width of the chart
 */
public record ChartBar(String code, String label, CaseCountLink cases, CaseCountLink total, double length) {

    /** Creates a bar whose length is proportional to its part of the total. */
    static ChartBar of(String code, String label, CaseCountLink cases, CaseCountLink total) {
        return new ChartBar(code, label, cases, total, toPercent(cases.fractionOf(total)));
    }

    /** The cases as a rounded percentage of the total. */
    public long percent() {
        return cases.percentOf(total);
    }

    /** Whether it rests on so few cases that nothing about it is emphasized, and no percentage is shown. */
    public boolean isFew() {
        return total.isFew();
    }

    /** Rounds to two decimal places, which is finer than any screen resolution. */
    static double toPercent(double fraction) {
        return Math.round(10_000 * fraction) / 100.0;
    }
}
