package dev.certpath.web.desk.insights;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.statistics.CaseBreakdown;
import dev.certpath.cases.statistics.CaseStatistics;
import dev.certpath.cases.statistics.CaseStatisticsService;
import dev.certpath.cases.statistics.TimeBucket;
import dev.certpath.cases.statistics.TimeGranularity;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Question;
import dev.certpath.guide.Track;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.PeriodParameters;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.insights.CasesOverTimeChart.Column;
import dev.certpath.web.desk.queue.FilterOptionList;
import dev.certpath.web.desk.queue.QueueFilterOptions;
import dev.certpath.web.desk.queue.TrackLabel;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Builds the insights page. */
@Component
class InsightsViewFactory {

    private static final int FEW_WEEKS = 4;
    private static final int DEFAULT_WEEKS = 12;

    private final CaseStatisticsService statisticsService;
    private final QueueFilterOptions options;
    private final DecisionSummaryFactory decisions;
    private final AdvisorSummaryFactory advisors;
    private final StepSummaryFactory steps;
    private final CurrentGuide currentGuide;
    private final DateRangeFormatter formatter;
    private final DeskMessages messages;
    private final CurrentDate currentDate;

    InsightsViewFactory(
            CaseStatisticsService statisticsService,
            QueueFilterOptions options,
            DecisionSummaryFactory decisions,
            AdvisorSummaryFactory advisors,
            StepSummaryFactory steps,
            CurrentGuide currentGuide,
            DateRangeFormatter formatter,
            DeskMessages messages,
            CurrentDate currentDate) {
        this.statisticsService = statisticsService;
        this.options = options;
        this.decisions = decisions;
        this.advisors = advisors;
        this.steps = steps;
        this.currentGuide = currentGuide;
        this.formatter = formatter;
        this.messages = messages;
        this.currentDate = currentDate;
    }

    /** The period that is shown if none is requested. */
    PeriodParameters defaultPeriod() {
        return weeks(DEFAULT_WEEKS);
    }

    /** The page for a valid period. */
    ModelAndView page(PeriodParameters period) {
        var statistics = statisticsService.statistics(
                PeriodParameters.parseDay(period.from()), PeriodParameters.parseDay(period.to()));
        var page = layout(period, HttpStatus.OK);
        page.addObject("periodLabel", periodLabel(period, statistics));
        var queue = period.toQueueParameters();
        if (statistics.caseCount() > 0) {
            page.addObject("insights", insights(statistics, queue));
        }
        page.addObject("advisors", advisors.summarize(statistics.advisors(), queue, tracks(statistics.breakdown())));
        page.addObject("steps", steps.summarize(period));
        return page;
    }

    /** The page that shows the errors of an invalid period. */
    ModelAndView invalidPage(PeriodParameters period, BindingResult result) {
        return layout(period, HttpStatus.BAD_REQUEST).addAllObjects(result.getModel());
    }

    private ModelAndView layout(PeriodParameters period, HttpStatus status) {
        var page = new ModelAndView("desk/insights", status);
        page.addObject(PeriodParameters.MODEL_ATTRIBUTE, period);
        page.addObject("presets", presets());
        page.addObject("minCases", CaseCountLink.MIN_CASES);
        return page;
    }

    private List<PresetPeriod> presets() {
        var today = currentDate.get();
        return List.of(
                new PresetPeriod("few-weeks", weeks(FEW_WEEKS)),
                new PresetPeriod("weeks", defaultPeriod()),
                new PresetPeriod("year", PeriodParameters.of(today.withDayOfYear(1), today)),
                new PresetPeriod("all", new PeriodParameters("", "")));
    }

    /** Whole weeks up to today, including the current one, so that weeks can be compared. */
    private PeriodParameters weeks(int count) {
        var today = currentDate.get();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return PeriodParameters.of(monday.minusWeeks(count - 1L), today);
    }

    private String periodLabel(PeriodParameters period, CaseStatistics statistics) {
        var buckets = statistics.buckets();
        var first = PeriodParameters.parseDay(period.from())
                .or(() -> buckets.stream().map(TimeBucket::from).findFirst());
        var last = PeriodParameters.parseDay(period.to())
                .or(() -> buckets.stream().map(TimeBucket::to).reduce((earlier, later) -> later));
        return first.flatMap(from -> last.map(to -> formatter.format(from, to)))
                .orElseGet(() -> messages.text("insights.all"));
    }

    private Insights insights(CaseStatistics statistics, QueueParameters queue) {
        var breakdown = statistics.breakdown();
        var all = new CaseCountLink(statistics.caseCount(), queue);
        return new Insights(
                all,
                overTime(statistics),
                bars(options.firstTracks(), breakdown, CaseBreakdown::firstTrack, all),
                heatmap(breakdown, queue),
                bars(options.firmness(), breakdown, CaseBreakdown::firmness, all),
                decisions.summarize(statistics.decisions(), queue));
    }

    /** The table by the first two questions that have one answer; empty under a guide that lacks them. */
    private Optional<TrackHeatmap> heatmap(List<CaseBreakdown> breakdown, QueueParameters queue) {
        var axes = currentGuide.guide().questions().stream()
                .filter(question -> question.kind() != Question.Kind.ANY_OF)
                .map(question -> new TrackHeatmap.Axis(question.parameter(), options.answers(question)))
                .limit(2)
                .toList();
        return axes.size() < 2
                ? Optional.empty()
                : Optional.of(TrackHeatmap.of(
                        breakdown,
                        queue,
                        tracks(breakdown),
                        axes.get(0),
                        axes.get(1),
                        messages.text("insights.heatmap.all")));
    }

    private CasesOverTimeChart overTime(CaseStatistics statistics) {
        var granularity = statistics.granularity();
        return new CasesOverTimeChart(
                granularity,
                statistics.buckets().stream()
                        .map(bucket -> column(bucket, granularity))
                        .toList());
    }

    private Column column(TimeBucket bucket, TimeGranularity granularity) {
        var queue = PeriodParameters.of(bucket.from(), bucket.to()).toQueueParameters();
        return new Column(
                formatter.format(bucket, granularity),
                formatter.formatShort(bucket, granularity),
                new CaseCountLink(bucket.caseCount(), queue),
                bucket.complete());
    }

    /** A bar for each option, followed by bars for codes that only the cases have. */
    private static List<ChartBar> bars(
            FilterOptionList list,
            List<CaseBreakdown> breakdown,
            Function<CaseBreakdown, String> code,
            CaseCountLink all) {
        var counts = breakdown.stream()
                .collect(Collectors.groupingBy(code, Collectors.summingLong(CaseBreakdown::caseCount)));
        return list.withCodes(counts.keySet()).options().stream()
                .map(option -> ChartBar.of(
                        option.code(),
                        option.label(),
                        new CaseCountLink(
                                counts.getOrDefault(option.code(), 0L),
                                all.queue().with(list.name(), option.code())),
                        all))
                .toList();
    }

    /** The tracks of the guide in force, followed by those that only older cases have. */
    private List<TrackLabel> tracks(List<CaseBreakdown> breakdown) {
        var codes = breakdown.stream().map(CaseBreakdown::firstTrack).toList();
        return options.firstTracks().withCodes(codes).options().stream()
                .map(option -> new TrackLabel(option.code(), option.label(), mark(option.code())))
                .toList();
    }

    private String mark(String trackCode) {
        return currentGuide
                .guide()
                .findTrack(trackCode)
                .map(Track::mark)
                .orElseGet(() -> trackCode.substring(0, 1).toUpperCase(Locale.ENGLISH));
    }
}
