package dev.certpath.web.questionnaire;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Creates the pages about answers that several controllers show: all of them to check, and one that is not an option. */
@Component
class AnswerPageFactory {

    /** The parameter with the idempotency key of the forms that save answers. */
    static final String KEY = "idempotencyKey";

    private final CurrentGuide currentGuide;
    private final QuestionnaireUrls urls;

    AnswerPageFactory(CurrentGuide currentGuide, QuestionnaireUrls urls) {
        this.currentGuide = currentGuide;
        this.urls = urls;
    }

    /** Returns the check page with a new idempotency key. */
    ModelAndView check(PartialAnswers answers, List<InvalidAnswerException> errors, HttpStatus status) {
        return check(answers, Optional.empty(), errors, status);
    }

    /** Returns the check page with the idempotency key that was submitted, if there was one. */
    ModelAndView check(
            PartialAnswers answers, Optional<String> key, List<InvalidAnswerException> errors, HttpStatus status) {
        var page = new ModelAndView("questionnaire/check", status);
        page.addObject(
                "summaries",
                currentGuide.guide().questions().stream()
                        .map(question -> AnswerSummary.of(question, answers))
                        .toList());
        page.addObject("parameters", answers.parameters());
        page.addObject("firstUnanswered", answers.findFirstUnanswered());
        page.addObject("key", key.orElseGet(AnswerPageFactory::newKey));
        page.addObject("errors", errors.stream().map(QuestionError::of).toList());
        page.addObject("status", status.value());
        page.addObject(
                "back", answers.recommendation().map(urls::recommendation).orElseGet(() -> lastQuestion(answers)));
        return page;
    }

    /** Returns the page for a URL with an unknown option, which links to the question. */
    ModelAndView unknownOption(Question question, PartialAnswers answers) {
        var page = new ModelAndView("questionnaire/unknown-option", HttpStatus.BAD_REQUEST);
        page.addObject("question", question);
        page.addObject("otherAnswers", answers.parametersWithout(question));
        page.addObject("back", answers.recommendation().map(urls::recommendation));
        return page;
    }

    /** Returns a new idempotency key. */
    static String newKey() {
        return UUID.randomUUID().toString();
    }

    private String lastQuestion(PartialAnswers answers) {
        var questions = currentGuide.guide().questions();
        return urls.question(questions.get(questions.size() - 1), answers.parameters());
    }
}
