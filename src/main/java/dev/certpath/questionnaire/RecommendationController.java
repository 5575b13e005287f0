package dev.certpath.questionnaire;

import dev.certpath.cases.CaseBook;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.recommend.Receipt;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A saved recommendation at its permanent address. */
@Controller
class RecommendationController {

    private final CaseBook caseBook;
    private final QuestionnaireAddresses addresses;
    private final TodaysExams exams;
    private final Clock clock;

    RecommendationController(CaseBook caseBook, QuestionnaireAddresses addresses, TodaysExams exams, Clock clock) {
        this.caseBook = caseBook;
        this.addresses = addresses;
        this.exams = exams;
        this.clock = clock;
    }

    @GetMapping("/recommendations/{id}")
    String recommendation(@PathVariable String id, Model model) {
        var saved = find(id);
        var recommendation = saved.recommendation();
        var today = LocalDate.now(clock);
        model.addAttribute("private", true);
        model.addAttribute("saved", saved);
        model.addAttribute("recommendation", recommendation);
        model.addAttribute("receipt", Receipt.of(recommendation));
        var story = new Story(recommendation, addresses);
        var advised = exams.advised(saved, today);
        model.addAttribute("story", story);
        model.addAttribute("closed", exams.closedSince(recommendation, today));
        model.addAttribute("advised", advised);
        model.addAttribute(
                "headline",
                advised.map(advice ->
                                new Story.Headline("advised", advice.first().shortName()))
                        .orElseGet(story::byPoints));
        model.addAttribute("today", today);
        model.addAttribute("utc", ZoneOffset.UTC);
        return "questionnaire/recommendation";
    }

    private SavedRecommendation find(String id) {
        return caseBook.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
