package dev.certpath.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeGranularityTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, DAY",
        "2026-09-25, DAY",
        "2026-09-24, WEEK",
        "2026-09-07, WEEK",
        "2025-10-06, WEEK",
        "2025-10-05, MONTH",
        "2021-12-01, MONTH",
        "2021-11-30, YEAR",
        "1967-01-01, YEAR",
        "0001-01-01, YEAR"
    })
    void choosesTheFinestGranularityWithFewBuckets(LocalDate from, TimeGranularity granularity) {
        assertThat(TimeGranularity.of(from, TODAY)).isEqualTo(granularity);
    }

    @Test
    void bucketsHaveNoGapsOrOverlaps() {
        for (TimeGranularity granularity : TimeGranularity.values()) {
            for (var day = LocalDate.parse("2023-12-20"); day.isBefore(TODAY); day = day.plusDays(1)) {
                assertThat(day).isBetween(granularity.bucketStart(day), granularity.bucketEnd(day));
                var next = granularity.bucketEnd(day).plusDays(1);
                assertThat(granularity.bucketStart(next)).isEqualTo(next);
                assertThat(granularity.bucketEnd(granularity.bucketStart(day))).isEqualTo(granularity.bucketEnd(day));
            }
        }
    }

    @Test
    void everyPeriodHasFewBuckets() {
        for (var from = LocalDate.parse("1967-01-01"); from.isBefore(TODAY); from = from.plusDays(17)) {
            assertThat(buckets(TimeGranularity.of(from, TODAY), from))
                    .as("from %s", from)
                    .hasSizeBetween(1, 60);
        }
    }

    private static List<LocalDate> buckets(TimeGranularity granularity, LocalDate from) {
        var buckets = new ArrayList<LocalDate>();
        for (var day = from;
                !day.isAfter(TODAY);
                day = granularity.bucketEnd(day).plusDays(1)) {
            buckets.add(day);
        }
        return buckets;
    }
}
