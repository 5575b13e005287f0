package dev.certpath.web.questionnaire;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Question;
import dev.certpath.usage.QuestionnaireStep;
import dev.certpath.usage.StepCounter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Counts how many students reach each step of the questionnaire for the first time, going forward. Nothing is stored about a
 * student, so that the request alone has to tell:
 *
 * <ul>
 *   <li>The page of a question is counted when its address has a valid answer to every earlier question, and none to this
 *       one and the later ones. Going back, Change and prefilled links have the answer, an error after Continue has the
 *       parameter of the form, and changing a saved recommendation has its id.
 *   <li>The page with all answers is counted when the form of a question leads to it, but not after Change.
 *   <li>A recommendation is counted when it is saved from that page, and a second click does not count again.
 * </ul>
 *
 * <p>Requests that a browser makes in advance and those of programs that call themselves bots are not counted. Whoever reloads
 * a page, or goes back and forward again, is counted again.
 */
@Component
class StepViewCounter {

    private static final Pattern BOT = Pattern.compile("bot|crawl|spider|preview", Pattern.CASE_INSENSITIVE);

    private final CurrentGuide currentGuide;
    private final StepCounter counter;

    StepViewCounter(CurrentGuide currentGuide, StepCounter counter) {
        this.currentGuide = currentGuide;
        this.counter = counter;
    }

    /** Counts the page of a question that is shown without an error. */
    void countQuestion(Question question, PartialAnswers answers, Optional<String> from, HttpServletRequest request) {
        if (from.isEmpty() && answers.recommendation().isEmpty() && isNext(question, answers)) {
            count(QuestionnaireStep.question(question.code()), request);
        }
    }

    /** Counts the page with all answers, to which the form of a question leads. */
    void countCheck(PartialAnswers answers, Optional<String> from, HttpServletRequest request) {
        boolean isComplete = answers.findErrors().isEmpty();
        if (isComplete && from.isEmpty() && answers.recommendation().isEmpty()) {
            count(QuestionnaireStep.CHECK, request);
        }
    }

    /** Counts a recommendation that was saved. */
    void countSaved(PartialAnswers answers, HttpServletRequest request) {
        if (answers.recommendation().isEmpty()) {
            count(QuestionnaireStep.SAVED, request);
        }
    }

    private void count(QuestionnaireStep step, HttpServletRequest request) {
        boolean isHead = request.getMethod().equals(HttpMethod.HEAD.name());
        if (!isHead && !isPrefetch(request) && !isBot(request)) {
            counter.count(step);
        }
    }

    /** The earlier questions are answered, this one and the later ones are not. */
    private boolean isNext(Question question, PartialAnswers answers) {
        return currentGuide.guide().questions().stream()
                .allMatch(other -> other.position() < question.position()
                        ? answers.findAnswer(other).isPresent()
                        : answers.codes(other).isEmpty());
    }

    private static boolean isPrefetch(HttpServletRequest request) {
        var purpose = request.getHeader("Sec-Purpose");
        return purpose != null && purpose.toLowerCase(Locale.ROOT).contains("prefetch");
    }

    private static boolean isBot(HttpServletRequest request) {
        var userAgent = request.getHeader("User-Agent");
        return userAgent != null && BOT.matcher(userAgent).find();
    }
}
