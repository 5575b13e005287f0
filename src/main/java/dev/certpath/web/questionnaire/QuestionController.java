package dev.certpath.web.questionnaire;

import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One question a page. Its form comes back to the same address; a readable answer leads on. */
@Controller
class QuestionController {

    private final Guide guide;
    private final QuestionnaireUrls addresses;

    QuestionController(Guide guide, QuestionnaireUrls addresses) {
        this.guide = guide;
        this.addresses = addresses;
    }

    @GetMapping("/questionnaire/{question}")
    ModelAndView question(
            @PathVariable("question") String code, @RequestParam MultiValueMap<String, String> parameters) {
        var question = guide.findQuestion(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var answers = new PartialAnswers(guide, parameters);
        var stranger = answers.mistakes().stream()
                .filter(fault -> fault.reason() == InvalidAnswerException.Reason.UNKNOWN_OPTION)
                .findFirst();
        if (stranger.isPresent()) {
            return unknownOption(stranger.get().question(), answers);
        }
        boolean toCheck = QuestionnaireUrls.CHECK.equals(parameters.getFirst(QuestionnaireUrls.FROM));
        boolean sent = parameters.containsKey(QuestionnaireUrls.CONTINUE);
        var fault = answers.fault(question);
        if (sent && fault.isEmpty()) {
            return new ModelAndView("redirect:" + next(question, answers, toCheck));
        }
        var errors = sent ? fault.stream().map(QuestionError::of).toList() : List.<QuestionError>of();
        return page(question, answers, toCheck, errors);
    }

    /** An address that carries an answer its question does not have: say so, and offer the question. */
    static ModelAndView unknownOption(Question question, PartialAnswers answers) {
        var page = new ModelAndView("questionnaire/unknown-option", HttpStatus.BAD_REQUEST);
        page.addObject("question", question);
        page.addObject("others", without(question, answers.codes()));
        return page;
    }

    private ModelAndView page(Question question, PartialAnswers answers, boolean toCheck, List<QuestionError> errors) {
        var page =
                new ModelAndView("questionnaire/question", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("question", question);
        page.addObject("number", question.position() + 1);
        page.addObject("of", guide.questions().size());
        page.addObject("chosen", answers.codes(question));
        page.addObject("others", without(question, answers.codes()));
        page.addObject("toCheck", toCheck);
        page.addObject("errors", errors);
        page.addObject("back", back(question, answers, toCheck));
        return page;
    }

    private String next(Question question, PartialAnswers answers, boolean toCheck) {
        var gap = answers.gapAfter(question);
        return toCheck || gap.isEmpty()
                ? addresses.check(answers.codes())
                : addresses.question(gap.get(), answers.codes());
    }

    private String back(Question question, PartialAnswers answers, boolean toCheck) {
        if (toCheck) {
            return addresses.check(answers.codes());
        }
        return question.position() == 0
                ? "/"
                : addresses.question(guide.questions().get(question.position() - 1), answers.codes());
    }

    private static Map<String, List<String>> without(Question question, Map<String, List<String>> codes) {
        var others = new LinkedHashMap<>(codes);
        others.remove(question.parameter());
        return others;
    }
}
