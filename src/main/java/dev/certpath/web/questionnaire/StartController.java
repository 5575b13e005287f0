package dev.certpath.web.questionnaire;

import dev.certpath.cases.CurrentDate;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswersException;
import dev.certpath.recommend.PointsBreakdown;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the start page with an example of a recommendation. */
@Controller
class StartController {

    private static final Map<String, List<String>> EXAMPLE_ANSWERS = Map.of(
            "employerCloud", List.of("aws"),
            "targetIndustry", List.of("financial-services"),
            "roleFocus", List.of("data-engineering"),
            "mlBackground", List.of("none"));

    private final Guide guide;
    private final Recommender recommender;
    private final CurrentDate currentDate;

    StartController(Guide guide, Recommender recommender, CurrentDate currentDate) {
        this.guide = guide;
        this.recommender = recommender;
        this.currentDate = currentDate;
    }

    @GetMapping("/")
    String start(Model model) {
        var example = recommendExample();
        model.addAttribute("questions", guide.questions());
        model.addAttribute("example", example);
        model.addAttribute("receipt", example.map(PointsBreakdown::of));
        return "questionnaire/start";
    }

    /** The recommendation of today for the example; empty under a guide without its options. */
    private Optional<Recommendation> recommendExample() {
        try {
            return Optional.of(recommender.recommend(Answers.parse(guide, EXAMPLE_ANSWERS), currentDate.get()));
        } catch (InvalidAnswersException unknownOptions) {
            return Optional.empty();
        }
    }
}
