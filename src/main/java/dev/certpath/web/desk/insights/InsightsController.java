package dev.certpath.web.desk.insights;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.PeriodParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The cases of a period in numbers, each of which leads to the cases that it counts. */
@Controller
class InsightsController {

    private final InsightsViewFactory page;

    InsightsController(InsightsViewFactory page) {
        this.page = page;
    }

    /** An address that says nothing of days means the usual period; one that leaves them empty means all days. */
    @GetMapping(DeskUrls.INSIGHTS)
    ModelAndView insights(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        if (from == null && to == null) {
            return page.of(page.usual());
        }
        var period = new PeriodParameters(from == null ? "" : from.strip(), to == null ? "" : to.strip());
        var problems = period.problems();
        return problems.isEmpty() ? page.of(period) : page.of(period, problems);
    }
}
