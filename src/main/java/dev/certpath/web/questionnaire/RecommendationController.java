package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.recommend.PointsBreakdown;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A saved recommendation at its permanent address, and the form on it that asks an advisor to look. */
@Controller
class RecommendationController {

    private final CaseService caseBook;
    private final QuestionnaireUrls addresses;
    private final CurrentExams exams;
    private final MessageSource messages;
    private final CurrentDate currentDate;

    RecommendationController(
            CaseService caseBook,
            QuestionnaireUrls addresses,
            CurrentExams exams,
            MessageSource messages,
            CurrentDate currentDate) {
        this.caseBook = caseBook;
        this.addresses = addresses;
        this.exams = exams;
        this.messages = messages;
        this.currentDate = currentDate;
    }

    @GetMapping("/recommendations/{id}")
    ModelAndView recommendation(@PathVariable String id) {
        return page(find(id), ContactForm.EMPTY, List.of(), HttpStatus.OK);
    }

    @PostMapping("/recommendations/{id}/ask")
    ModelAndView ask(@PathVariable String id, ContactForm form) {
        var saved = find(id);
        var errors = form.errors(messages);
        if (!errors.isEmpty()) {
            return page(saved, form, errors, HttpStatus.BAD_REQUEST);
        }
        caseBook.askAdvisor(id, form.asking());
        return new ModelAndView(QuestionnaireUrls.seeOther(addresses.recommendation(id)));
    }

    @PostMapping("/recommendations/{id}/withdraw")
    View withdraw(@PathVariable String id) {
        caseBook.withdrawContact(find(id).id());
        return QuestionnaireUrls.seeOther(addresses.recommendation(id));
    }

    private ModelAndView page(SavedRecommendation saved, ContactForm form, List<FormError> errors, HttpStatus status) {
        var page = new ModelAndView("questionnaire/recommendation", status);
        var recommendation = saved.recommendation();
        var today = currentDate.get();
        var story = new RecommendationView(recommendation, addresses);
        var advised = exams.advised(saved, today);
        page.addObject("private", true);
        page.addObject("saved", saved);
        page.addObject("recommendation", recommendation);
        page.addObject("receipt", PointsBreakdown.of(recommendation));
        page.addObject("story", story);
        page.addObject("closed", exams.closedSince(recommendation, today));
        page.addObject("advised", advised);
        page.addObject(
                "headline",
                advised.map(advice -> new RecommendationView.Headline(
                                "advised", advice.first().shortName()))
                        .orElseGet(story::byPoints));
        page.addObject("today", today);
        page.addObject("utc", ZoneOffset.UTC);
        page.addObject("form", form);
        page.addObject("errors", errors);
        return page;
    }

    private SavedRecommendation find(String id) {
        return caseBook.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
