package dev.certpath.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * The median of several measurements, and their smallest and largest.
 *
 * @param median the median
 * @param min the smallest
 * @param max the largest
 */
public record Spread(double median, double min, double max) {

    /** The spread of measurements, one for each round. */
    public static Spread of(double... measurements) {
        var sorted = measurements.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The spread of the ratios of two sides that were measured in the same rounds. */
    public static Spread ofRatios(double[] numerators, double[] denominators) {
        var ratios = new double[numerators.length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = numerators[round] / denominators[round];
        }
        return of(ratios);
    }

    @Override
    public String toString() {
        return format(median) + " (" + format(min) + " to " + format(max) + ")";
    }

    /** Formats a number with at least two significant digits. */
    private static String format(double number) {
        double size = Math.abs(number);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
}
