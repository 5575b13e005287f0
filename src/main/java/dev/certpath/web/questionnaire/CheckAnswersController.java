package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.Cohort;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.IdempotencyKey;
import dev.certpath.cases.IdempotencyKeyReusedException;
import dev.certpath.cases.SaveResult;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Answers;
import dev.certpath.logging.WarningLimiter;
import dev.certpath.persistence.DatabaseFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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

/** Shows all answers on one page, and saves the recommendation. */
@Controller
class CheckAnswersController {

    private static final Logger LOG = LoggerFactory.getLogger(CheckAnswersController.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final CurrentGuide currentGuide;
    private final CaseService cases;
    private final QuestionnaireUrls urls;
    private final CurrentDate currentDate;
    private final WarningLimiter warnings;
    private final AnswerPageFactory pages;
    private final StepViewCounter views;

    CheckAnswersController(
            CurrentGuide currentGuide,
            CaseService cases,
            QuestionnaireUrls urls,
            CurrentDate currentDate,
            WarningLimiter warnings,
            AnswerPageFactory pages,
            StepViewCounter views) {
        this.currentGuide = currentGuide;
        this.cases = cases;
        this.urls = urls;
        this.currentDate = currentDate;
        this.warnings = warnings;
        this.pages = pages;
        this.views = views;
    }

    @GetMapping("/questionnaire/check")
    ModelAndView check(@RequestParam MultiValueMap<String, String> parameters) {
        var answers = new PartialAnswers(currentGuide.guide(), parameters);
        var errors = answers.findInvalidAnswers();
        return pages.check(answers, errors, errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/recommendations")
    ModelAndView save(
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getQueryString() != null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST); // the form of the check page has no query
        }
        var answers = new PartialAnswers(currentGuide.guide(), form);
        var key = Optional.ofNullable(form.getFirst(AnswerPageFactory.KEY)).filter(IdempotencyKey::isValid);
        var errors = answers.findErrors();
        if (!errors.isEmpty()) {
            return pages.check(answers, key, errors, HttpStatus.BAD_REQUEST);
        }
        try {
            var saved = open(answers.toAnswers(), answers.cohort(), key);
            if (saved.isNew()) {
                views.countSaved(answers, request);
            }
            return new ModelAndView(
                    QuestionnaireUrls.seeOther(urls.recommendation(saved.saved().id())));
        } catch (IdempotencyKeyReusedException reused) {
            return pages.check(answers, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (DataAccessException | TransactionException exception) {
            var failure = new DatabaseFailure(exception);
            if (!failure.isOutage()) {
                throw exception;
            }
            failure.log(LOG, warnings);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return pages.check(answers, key, List.of(), HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private SaveResult open(Answers answers, Optional<Cohort> cohort, Optional<String> key) {
        var today = currentDate.get();
        return key.map(value -> IdempotencyKey.of(value, answers, Optional.empty()))
                .map(request -> cases.save(answers, today, cohort, request))
                .orElseGet(() -> new SaveResult(cases.save(answers, today, cohort), true));
    }
}
