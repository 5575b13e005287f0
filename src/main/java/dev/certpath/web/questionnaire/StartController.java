package dev.certpath.web.questionnaire;

import dev.certpath.cases.Cohort;
import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.TextJoiner;
import dev.certpath.guide.Track;
import dev.certpath.recommend.PointsBreakdown;
import dev.certpath.recommend.Recommendation;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the start page with the example of the guide, as of today. */
@Controller
class StartController {

    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;

    StartController(CurrentGuide currentGuide, CurrentDate currentDate) {
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
    }

    @GetMapping("/")
    String start(@RequestParam(name = Cohort.PARAMETER, defaultValue = "") String cohort, Model model) {
        var example = recommendExample();
        model.addAttribute("cohort", Cohort.parse(cohort));
        var guide = currentGuide.guide();
        model.addAttribute("guide", guide);
        model.addAttribute(
                "providers",
                TextJoiner.joinWithAnd(
                        guide.tracks().stream().map(Track::provider).toList()));
        model.addAttribute("example", example);
        model.addAttribute("receipt", example.map(PointsBreakdown::of));
        return "questionnaire/start";
    }

    private Optional<Recommendation> recommendExample() {
        var guide = currentGuide.get();
        return Optional.ofNullable(guide.guide().example())
                .map(example -> guide.recommender().recommend(example.answers(), currentDate.get()));
    }
}
