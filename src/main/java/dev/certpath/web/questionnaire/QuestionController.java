package dev.certpath.web.questionnaire;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Question;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows one question a page. The form submits to the same URL, and a valid answer redirects to the next page. */
@Controller
class QuestionController {

    /** The pages that the parameter {@link QuestionnaireUrls#FROM} can name. */
    private static final List<String> RETURNS_TO = List.of(QuestionnaireUrls.CHECK, QuestionnaireUrls.WHAT_IF);

    private final CurrentGuide currentGuide;
    private final QuestionnaireUrls urls;
    private final AnswerPageFactory pages;
    private final StepViewCounter views;

    QuestionController(
            CurrentGuide currentGuide, QuestionnaireUrls urls, AnswerPageFactory pages, StepViewCounter views) {
        this.currentGuide = currentGuide;
        this.urls = urls;
        this.pages = pages;
        this.views = views;
    }

    @GetMapping("/questionnaire/{question}")
    ModelAndView question(
            @PathVariable("question") String code,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var guide = currentGuide.guide();
        var answers = new PartialAnswers(guide, parameters);
        var unknownOption = answers.findUnknownOption();
        if (unknownOption.isPresent()) {
            return pages.unknownOption(unknownOption.get(), answers);
        }
        return guide.findQuestion(code)
                .map(question -> question(question, answers, parameters, request))
                .orElseGet(() -> noSuchQuestion(answers));
    }

    private ModelAndView question(
            Question question,
            PartialAnswers answers,
            MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var from =
                Optional.ofNullable(parameters.getFirst(QuestionnaireUrls.FROM)).filter(RETURNS_TO::contains);
        boolean isSubmitted = parameters.containsKey(QuestionnaireUrls.CONTINUE);
        var error = answers.findError(question);
        if (isSubmitted && error.isEmpty()) {
            views.countCheck(answers, from, request);
            return new ModelAndView("redirect:" + nextUrl(question, answers, from));
        }
        if (!isSubmitted) {
            views.countQuestion(question, answers, from, request);
        }
        var errors = isSubmitted ? error.stream().map(QuestionError::of).toList() : List.<QuestionError>of();
        return page(question, answers, from, errors);
    }

    /** An edition without the question may have come into force while a student answered it: the other answers are kept. */
    private ModelAndView noSuchQuestion(PartialAnswers answers) {
        if (answers.codes().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("redirect:" + urls.check(answers.parameters()));
    }

    private ModelAndView page(
            Question question, PartialAnswers answers, Optional<String> from, List<QuestionError> errors) {
        var page =
                new ModelAndView("questionnaire/question", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("question", question);
        page.addObject("number", question.position() + 1);
        page.addObject("count", currentGuide.guide().questions().size());
        page.addObject("chosen", answers.codes(question));
        page.addObject("otherAnswers", answers.parametersWithout(question));
        page.addObject("from", from);
        page.addObject("errors", errors);
        page.addObject("back", backUrl(question, answers, from));
        return page;
    }

    private String nextUrl(Question question, PartialAnswers answers, Optional<String> from) {
        var unanswered = answers.findUnansweredAfter(question);
        return answers.recommendation()
                .map(id -> urls.whatIf(id, answers.codes()))
                .orElseGet(() -> from.isPresent() || unanswered.isEmpty()
                        ? urls.check(answers.parameters())
                        : urls.question(unanswered.get(), answers.parameters()));
    }

    /** The page from which the question was opened: a recommendation, unless the parameter names another. */
    private String backUrl(Question question, PartialAnswers answers, Optional<String> from) {
        return answers.recommendation()
                .map(id -> from.isPresent() ? urls.whatIf(id, answers.codes()) : urls.recommendation(id))
                .orElseGet(() -> from.isPresent() ? urls.check(answers.parameters()) : previousUrl(question, answers));
    }

    private String previousUrl(Question question, PartialAnswers answers) {
        return question.position() == 0
                ? urls.start(answers.cohort())
                : urls.question(currentGuide.guide().questions().get(question.position() - 1), answers.parameters());
    }
}
