package dev.certpath.web.desk.insights;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.statistics.CaseStatistics;
import dev.certpath.cases.statistics.CaseStatistics.Mix;
import dev.certpath.cases.statistics.CaseStatisticsService;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.FormViolation;
import dev.certpath.web.desk.PeriodParameters;
import dev.certpath.web.desk.insights.CasesOverTimeChart.Column;
import dev.certpath.web.desk.queue.QueueFilterOptions;
import dev.certpath.web.desk.queue.QueueFilterOptions.Choices;
import dev.certpath.web.desk.queue.QueueRow.TrackName;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lays out the numbers of a period. */
@Component
class InsightsViewFactory {

    private static final int FEW_WEEKS = 4;
    private static final int USUAL_WEEKS = 12;

    private final CaseStatisticsService figures;
    private final QueueFilterOptions choices;
    private final DecisionSummaryFactory decisions;
    private final Guide guide;
    private final DateRangeFormatter days;
    private final FormMessages words;
    private final CurrentDate currentDate;

    InsightsViewFactory(
            CaseStatisticsService figures,
            QueueFilterOptions choices,
            DecisionSummaryFactory decisions,
            Guide guide,
            DateRangeFormatter days,
            FormMessages words,
            CurrentDate currentDate) {
        this.figures = figures;
        this.choices = choices;
        this.decisions = decisions;
        this.guide = guide;
        this.days = days;
        this.words = words;
        this.currentDate = currentDate;
    }

    /**
     * A period that is one click away.
     *
     * @param code its name in {@code messages.properties}
     * @param period its days
     */
    public record Ready(String code, PeriodParameters period) {}

    /** The period that is shown to whoever chooses none. */
    PeriodParameters usual() {
        return weeks(USUAL_WEEKS);
    }

    /** The page of a period without problems. */
    ModelAndView of(PeriodParameters period) {
        var found = figures.of(PeriodParameters.day(period.from()), PeriodParameters.day(period.to()));
        var page = frame(period, List.of());
        page.addObject("told", told(period, found));
        if (found.cases() > 0) {
            page.addObject("insights", insights(found, period));
        }
        return page;
    }

    /** The page that says what is wrong with a period. */
    ModelAndView of(PeriodParameters period, List<FormViolation> problems) {
        return frame(period, problems);
    }

    private ModelAndView frame(PeriodParameters period, List<FormViolation> problems) {
        var page = new ModelAndView("desk/insights", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("period", period);
        page.addObject("ready", ready());
        page.addObject("few", DecisionSummaryFactory.FEW);
        words.tell(page, problems);
        return page;
    }

    private List<Ready> ready() {
        var today = currentDate.get();
        return List.of(
                new Ready("few-weeks", weeks(FEW_WEEKS)),
                new Ready("weeks", usual()),
                new Ready("year", PeriodParameters.of(today.withDayOfYear(1), today)),
                new Ready("all", new PeriodParameters("", "")));
    }

    /** Whole weeks, the present one among them as far as it has come: a week is compared with weeks. */
    private PeriodParameters weeks(int many) {
        var today = currentDate.get();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return PeriodParameters.of(monday.minusWeeks(many - 1L), today);
    }

    /** Which days the numbers are of, in words. */
    private String told(PeriodParameters period, CaseStatistics found) {
        var first = PeriodParameters.day(period.from())
                .or(() -> found.steps().stream().map(CaseStatistics.Step::from).findFirst());
        var last = PeriodParameters.day(period.to())
                .or(() -> found.steps().stream().map(CaseStatistics.Step::to).reduce((one, later) -> later));
        return first.flatMap(from -> last.map(to -> days.of(from, to))).orElseGet(() -> words.text("insights.all"));
    }

    private Insights insights(CaseStatistics found, PeriodParameters period) {
        var cases = period.cases();
        var all = new CaseCountLink(found.cases(), cases);
        var tracks = tracks(found.mixes());
        return new Insights(
                all,
                overTime(found),
                bars(choices.firsts(), found.mixes(), Mix::first, all),
                TrackHeatmap.of(
                        found.mixes(),
                        cases,
                        tracks,
                        choices.industries(),
                        choices.roles(),
                        words.text("insights.heat.all")),
                bars(choices.firmness(), found.mixes(), Mix::firmness, all),
                decisions.of(found.decisions(), cases));
    }

    private CasesOverTimeChart overTime(CaseStatistics found) {
        return new CasesOverTimeChart(
                found.pace(),
                found.steps().stream()
                        .map(step -> new Column(
                                days.of(step, found.pace()),
                                days.brief(step, found.pace()),
                                new CaseCountLink(
                                        step.cases(),
                                        PeriodParameters.of(step.from(), step.to())
                                                .cases()),
                                step.whole()))
                        .toList());
    }

    /** A bar for everything that can be chosen, and for whatever else there is. */
    private static List<ChartBar> bars(Choices list, List<Mix> mixes, Function<Mix, String> by, CaseCountLink all) {
        var counts = mixes.stream().collect(Collectors.groupingBy(by, Collectors.summingLong(Mix::cases)));
        return list.and(counts.keySet()).choices().stream()
                .map(choice -> ChartBar.of(
                        choice.code(),
                        choice.label(),
                        new CaseCountLink(
                                counts.getOrDefault(choice.code(), 0L),
                                all.cases().with(list.name(), choice.code())),
                        all))
                .toList();
    }

    /** A case can be older than the guide in force, which may lack its tracks. */
    private List<TrackName> tracks(List<Mix> mixes) {
        return choices.firsts().and(mixes.stream().map(Mix::first).toList()).choices().stream()
                .map(choice -> new TrackName(choice.code(), choice.label(), mark(choice.code())))
                .toList();
    }

    private String mark(String code) {
        return guide.findTrack(code)
                .map(Track::mark)
                .orElseGet(() -> code.substring(0, 1).toUpperCase(Locale.ENGLISH));
    }
}
