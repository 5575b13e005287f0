package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows the read-only page of a recommendation, for those to whom its owner sends the address. */
@Controller
class SharedRecommendationController {

    private final CaseService cases;
    private final RecommendationPageFactory pages;

    SharedRecommendationController(CaseService cases, RecommendationPageFactory pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/shared/{shareId}")
    ModelAndView shared(@PathVariable String shareId, @RequestParam(required = false) @Nullable String weeks) {
        int planWeeks = PlanWeeks.parse(weeks);
        return cases.findShared(shareId)
                .map(shared -> pages.sharedPage(shared, planWeeks))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
