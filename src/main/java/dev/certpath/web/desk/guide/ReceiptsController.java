package dev.certpath.web.desk.guide;

import dev.certpath.cases.CurrentDate;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswersException;
import dev.certpath.guide.Question;
import dev.certpath.recommend.PointsBreakdown;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommender;
import dev.certpath.web.desk.GuideUrls;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows what two editions recommend for the same answers, with the points of both. */
@Controller
class ReceiptsController {

    private final GuideVersions versions;
    private final CurrentDate currentDate;

    ReceiptsController(GuideVersions versions, CurrentDate currentDate) {
        this.versions = versions;
        this.currentDate = currentDate;
    }

    /**
     * What an edition recommends.
     *
     * @param version the number of the edition, or {@code draft}
     */
    public record Side(String version, Recommendation recommendation, PointsBreakdown receipt) {}

    /** The page for answers that both editions have; not found otherwise. */
    @GetMapping(GuideUrls.RECEIPTS)
    ModelAndView receipts(
            @RequestParam String before,
            @RequestParam String after,
            @RequestParam MultiValueMap<String, String> answers) {
        try {
            return new ModelAndView("desk/guide-receipts")
                    .addObject("answers", AnswerLabels.known(givenAnswers(answers, find(before)), find(before)))
                    .addObject("sides", List.of(side(before, answers), side(after, answers)));
        } catch (InvalidAnswersException notOfBoth) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "These answers are not those of both editions");
        }
    }

    private static Map<String, List<String>> givenAnswers(MultiValueMap<String, String> parameters, Guide guide) {
        return guide.questions().stream()
                .map(Question::parameter)
                .filter(parameters::containsKey)
                .collect(Collectors.toMap(Function.identity(), parameters::get));
    }

    private Side side(String version, MultiValueMap<String, String> answers) {
        var guide = find(version);
        var recommendation = new Recommender(guide).recommend(Answers.parse(guide, answers), currentDate.get());
        return new Side(version, recommendation, PointsBreakdown.of(recommendation));
    }

    private Guide find(String version) {
        return versions.find(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
