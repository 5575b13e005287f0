package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.MessageLimitExceededException;
import dev.certpath.cases.SavedRecommendation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Shows a saved recommendation, and handles the forms on its page to ask an advisor and to withdraw the contact. */
@Controller
class RecommendationController {

    private final CaseService cases;
    private final QuestionnaireUrls urls;
    private final RecommendationPageFactory pages;

    RecommendationController(CaseService cases, QuestionnaireUrls urls, RecommendationPageFactory pages) {
        this.cases = cases;
        this.urls = urls;
        this.pages = pages;
    }

    /** Somebody lost the rest of an address: the start page tells where it may be found. */
    @GetMapping("/recommendations")
    View withoutId() {
        return QuestionnaireUrls.seeOther(urls.lostAddressHelp());
    }

    @GetMapping("/recommendations/{id}")
    ModelAndView recommendation(@PathVariable String id) {
        return pages.ownersPage(find(id), HttpStatus.OK).addObject("contactForm", ContactForm.EMPTY);
    }

    @PostMapping("/recommendations/{id}/ask")
    ModelAndView askAdvisor(
            @PathVariable String id, @Valid ContactForm form, BindingResult result, HttpServletResponse response) {
        if (result.hasErrors()) {
            return pages.ownersPage(find(id), HttpStatus.BAD_REQUEST);
        }
        try {
            if (!cases.askAdvisor(id, form.toContactDetails())) {
                throw notFound();
            }
        } catch (MessageLimitExceededException exceeded) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(exceeded.retryAfter().toSeconds()));
            result.rejectValue("note", "limit");
            return pages.ownersPage(find(id), HttpStatus.TOO_MANY_REQUESTS);
        }
        return new ModelAndView(QuestionnaireUrls.seeOther(urls.recommendation(id)));
    }

    @PostMapping("/recommendations/{id}/withdraw")
    View withdrawContact(@PathVariable String id) {
        if (!cases.withdrawContact(id)) {
            throw notFound();
        }
        return QuestionnaireUrls.seeOther(urls.recommendation(id));
    }

    private SavedRecommendation find(String id) {
        return cases.find(id).orElseThrow(RecommendationController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
