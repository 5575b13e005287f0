package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.TextJoiner;
import dev.certpath.recommend.PointsComparison;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Compares a recommendation with what other answers would lead to. It saves nothing: the form of the check page does. */
@Controller
class WhatIfController {

    private final CaseService cases;
    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;
    private final AnswerPageFactory answerPages;
    private final MessageSource messages;

    WhatIfController(
            CaseService cases,
            CurrentGuide currentGuide,
            CurrentDate currentDate,
            AnswerPageFactory answerPages,
            MessageSource messages) {
        this.cases = cases;
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
        this.answerPages = answerPages;
        this.messages = messages;
    }

    @GetMapping("/recommendations/{id}/what-if")
    ModelAndView whatIf(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        var saved = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var guide = currentGuide.get();
        var answers = new PartialAnswers(guide.guide(), parameters, saved);
        var unknownOption = answers.findUnknownOption();
        if (unknownOption.isPresent()) {
            return answerPages.unknownOption(unknownOption.get(), answers).addObject("private", true);
        }
        if (!answers.findErrors().isEmpty()) {
            var invalid = answers.findInvalidAnswers();
            var status = invalid.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
            return answerPages.check(answers, invalid, status).addObject("private", true);
        }
        var yours = saved.recommendation();
        var other = guide.recommender().recommend(answers.toAnswers(), currentDate.get());
        var page = new ModelAndView("questionnaire/what-if");
        page.addObject("private", true);
        page.addObject("saved", saved);
        var comparison = WhatIfComparison.of(yours, other, answers.toAnswers(), guide.planner());
        page.addObject("roomy", true);
        page.addObject("heading", heading(comparison));
        page.addObject("comparison", comparison);
        page.addObject("receipt", PointsComparison.of(yours, other));
        page.addObject("parameters", answers.parameters());
        page.addObject("key", AnswerPageFactory.newKey());
        return page;
    }

    private String heading(WhatIfComparison comparison) {
        if (comparison.isNamedInHeading()) {
            var changes = comparison.changes().stream().map(this::text).toList();
            return message("heading", TextJoiner.joinWithAnd(changes));
        }
        return message(
                comparison.isSame()
                        ? "heading.same"
                        : comparison.changes().isEmpty() ? "heading.today" : "heading.several",
                "");
    }

    private String text(WhatIfComparison.AnswerChange change) {
        return change.text().isEmpty() ? message("unknown", change.subject()) : change.text();
    }

    private String message(String key, String argument) {
        return messages.getMessage("what-if." + key, new Object[] {argument}, Locale.ENGLISH);
    }
}
