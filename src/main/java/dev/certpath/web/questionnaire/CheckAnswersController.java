package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.IdempotencyKey;
import dev.certpath.cases.IdempotencyKeyReusedException;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswerException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** All answers on one page, and the one button that saves. */
@Controller
class CheckAnswersController {

    private static final Logger LOG = LoggerFactory.getLogger(CheckAnswersController.class);
    private static final String KEY = "idempotencyKey";
    private static final String SECONDS_TO_WAIT = "10";

    private final Guide guide;
    private final CaseService caseBook;
    private final QuestionnaireUrls addresses;
    private final CurrentDate currentDate;

    CheckAnswersController(Guide guide, CaseService caseBook, QuestionnaireUrls addresses, CurrentDate currentDate) {
        this.guide = guide;
        this.caseBook = caseBook;
        this.addresses = addresses;
        this.currentDate = currentDate;
    }

    @GetMapping("/questionnaire/check")
    ModelAndView check(@RequestParam MultiValueMap<String, String> parameters) {
        var answers = new PartialAnswers(guide, parameters);
        var mistakes = answers.mistakes();
        return page(answers, newKey(), mistakes, mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/recommendations")
    ModelAndView save(
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getQueryString() != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST); // what is in an address was not sent by our form
        }
        var answers = new PartialAnswers(guide, form);
        var key = Optional.ofNullable(form.getFirst(KEY)).filter(IdempotencyKey::isValid);
        var faults = answers.faults();
        if (!faults.isEmpty()) {
            return page(answers, key.orElseGet(CheckAnswersController::newKey), faults, HttpStatus.BAD_REQUEST);
        }
        try {
            var saved = open(answers.complete(), key);
            return new ModelAndView(QuestionnaireUrls.seeOther(addresses.recommendation(saved.id())));
        } catch (IdempotencyKeyReusedException used) {
            return page(answers, newKey(), List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("A recommendation could not be saved: {}", away.getClass().getSimpleName());
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            return page(
                    answers, key.orElseGet(CheckAnswersController::newKey), List.of(), HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private SavedRecommendation open(Answers answers, Optional<String> key) {
        var today = currentDate.get();
        return key.map(given -> IdempotencyKey.of(given, answers, Optional.empty()))
                .map(request -> caseBook.save(answers, today, request).saved())
                .orElseGet(() -> caseBook.save(answers, today));
    }

    private ModelAndView page(
            PartialAnswers answers, String key, List<InvalidAnswerException> faults, HttpStatus status) {
        var page = new ModelAndView("questionnaire/check", status);
        page.addObject(
                "rows",
                guide.questions().stream()
                        .map(question -> AnswerSummary.of(question, answers))
                        .toList());
        page.addObject("codes", answers.codes());
        page.addObject("gap", answers.firstGap());
        page.addObject("key", key);
        page.addObject("errors", faults.stream().map(QuestionError::of).toList());
        page.addObject("status", status.value());
        page.addObject(
                "back",
                addresses.question(guide.questions().get(guide.questions().size() - 1), answers.codes()));
        return page;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
