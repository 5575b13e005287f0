package dev.certpath.web.desk.insights;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.PeriodParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows the numbers of cases of a period; each number links to the cases in the queue. */
@Controller
class InsightsController {

    private final InsightsViewFactory views;

    InsightsController(InsightsViewFactory views) {
        this.views = views;
    }

    /** Without parameters, shows the default period; an empty parameter stands for an open end. */
    @GetMapping(DeskUrls.INSIGHTS)
    ModelAndView insights(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        if (from == null && to == null) {
            return views.page(views.defaultPeriod());
        }
        var period = new PeriodParameters(from == null ? "" : from.strip(), to == null ? "" : to.strip());
        var result = new BeanPropertyBindingResult(period, PeriodParameters.MODEL_ATTRIBUTE);
        period.validate(result);
        return result.hasErrors() ? views.invalidPage(period, result) : views.page(period);
    }
}
