package dev.certpath.web.questionnaire;

import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import java.util.List;
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

    private final Guide guide;
    private final QuestionnaireUrls urls;

    QuestionController(Guide guide, QuestionnaireUrls urls) {
        this.guide = guide;
        this.urls = urls;
    }

    @GetMapping("/questionnaire/{question}")
    ModelAndView question(
            @PathVariable("question") String code, @RequestParam MultiValueMap<String, String> parameters) {
        var question = guide.findQuestion(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var answers = new PartialAnswers(guide, parameters);
        var unknownOption = answers.findInvalidAnswers().stream()
                .filter(error -> error.reason() == InvalidAnswerException.Reason.UNKNOWN_OPTION)
                .findFirst();
        if (unknownOption.isPresent()) {
            return unknownOptionPage(unknownOption.get().question(), answers);
        }
        boolean returnToCheck = QuestionnaireUrls.CHECK.equals(parameters.getFirst(QuestionnaireUrls.FROM));
        boolean isSubmitted = parameters.containsKey(QuestionnaireUrls.CONTINUE);
        var error = answers.findError(question);
        if (isSubmitted && error.isEmpty()) {
            return new ModelAndView("redirect:" + nextUrl(question, answers, returnToCheck));
        }
        var errors = isSubmitted ? error.stream().map(QuestionError::of).toList() : List.<QuestionError>of();
        return page(question, answers, returnToCheck, errors);
    }

    /** The page for a URL with an unknown option, which links to the question. */
    private static ModelAndView unknownOptionPage(Question question, PartialAnswers answers) {
        var page = new ModelAndView("questionnaire/unknown-option", HttpStatus.BAD_REQUEST);
        page.addObject("question", question);
        page.addObject("otherAnswers", answers.parametersWithout(question));
        return page;
    }

    private ModelAndView page(
            Question question, PartialAnswers answers, boolean returnToCheck, List<QuestionError> errors) {
        var page =
                new ModelAndView("questionnaire/question", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("question", question);
        page.addObject("number", question.position() + 1);
        page.addObject("count", guide.questions().size());
        page.addObject("chosen", answers.codes(question));
        page.addObject("otherAnswers", answers.parametersWithout(question));
        page.addObject("returnToCheck", returnToCheck);
        page.addObject("errors", errors);
        page.addObject("back", backUrl(question, answers, returnToCheck));
        return page;
    }

    private String nextUrl(Question question, PartialAnswers answers, boolean returnToCheck) {
        var unanswered = answers.findUnansweredAfter(question);
        return returnToCheck || unanswered.isEmpty()
                ? urls.check(answers.parameters())
                : urls.question(unanswered.get(), answers.parameters());
    }

    private String backUrl(Question question, PartialAnswers answers, boolean returnToCheck) {
        if (returnToCheck) {
            return urls.check(answers.parameters());
        }
        return question.position() == 0
                ? urls.start(answers.cohort())
                : urls.question(guide.questions().get(question.position() - 1), answers.parameters());
    }
}
