package dev.certpath.web.desk.insights;

import java.util.List;

/**
 * A bar of a picture.
 *
 * @param code what it is for
 * @param label the same in words
 * @param tally the number that it stands for
 * @param whole the number that this is a part of
 * @param length how long it is, in hundred of the picture's width
 */
public record ChartBar(String code, String label, CaseCountLink tally, CaseCountLink whole, double length) {

    /** A bar that is as long as its part of the whole is large. */
    static ChartBar of(String code, String label, CaseCountLink tally, CaseCountLink whole) {
        return new ChartBar(code, label, tally, whole, inHundred(tally.partOf(whole)));
    }

    /** The same bars, the largest part as long as the picture is wide. */
    static List<ChartBar> stretched(List<ChartBar> bars) {
        double most = bars.stream()
                .mapToDouble(bar -> bar.tally.partOf(bar.whole))
                .max()
                .orElse(0);
        return bars.stream()
                .map(bar -> new ChartBar(
                        bar.code,
                        bar.label,
                        bar.tally,
                        bar.whole,
                        most == 0 ? 0 : inHundred(bar.tally.partOf(bar.whole) / most)))
                .toList();
    }

    /** The part of the whole in hundred, rounded. */
    public long percent() {
        return tally.percentOf(whole);
    }

    /** With two digits behind the point, which is finer than any screen. */
    static double inHundred(double part) {
        return Math.round(10_000 * part) / 100.0;
    }
}
