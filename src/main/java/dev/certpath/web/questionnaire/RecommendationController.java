package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.ConversationPage;
import dev.certpath.cases.MessageLimitExceededException;
import dev.certpath.cases.SavedRecommendation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Shows a saved recommendation, and handles the form on its page to ask an advisor. */
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
    ModelAndView recommendation(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String weeks,
            @RequestParam(name = "conversation", defaultValue = "1") int conversationPage,
            @RequestParam Map<String, String> parameters) {
        int planWeeks = PlanWeeks.parse(weeks);
        var page = pages.ownersPage(find(id), planWeeks, HttpStatus.OK).addObject("contactForm", ContactForm.EMPTY);
        page.addObject("outcome", outcome(parameters));
        if (conversationPage != 1) {
            page.addObject("conversation", findConversationPage(id, conversationPage));
        }
        return page;
    }

    @PostMapping("/recommendations/{id}/ask")
    ModelAndView askAdvisor(
            @PathVariable String id, @Valid ContactForm form, BindingResult result, HttpServletResponse response) {
        if (form.isMessageMissing()) {
            result.rejectValue("note", "NotBlank");
        }
        if (result.hasErrors()) {
            return pages.ownersPage(find(id), HttpStatus.BAD_REQUEST);
        }
        try {
            if (!cases.askAdvisor(id, form.toContactDetails(), form.note())) {
                throw notFound();
            }
        } catch (MessageLimitExceededException exceeded) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(exceeded.retryAfter().toSeconds()));
            result.rejectValue("note", "limit");
            return pages.ownersPage(find(id), HttpStatus.TOO_MANY_REQUESTS);
        }
        return new ModelAndView(QuestionnaireUrls.seeOther(urls.afterAsking(id)));
    }

    /** What became of the form that was just sent, for a notice. It is harmless to open such an address again. */
    private static String outcome(Map<String, String> parameters) {
        return Stream.of(QuestionnaireUrls.SENT, QuestionnaireUrls.WITHDRAWN)
                .filter(parameters::containsKey)
                .findFirst()
                .orElse("");
    }

    private ConversationPage findConversationPage(String id, int number) {
        return Optional.of(number)
                .filter(given -> given > 0 && given <= ConversationPage.MAX_NUMBER)
                .flatMap(given -> cases.findConversationPage(id, given))
                .orElseThrow(RecommendationController::notFound);
    }

    private SavedRecommendation find(String id) {
        return cases.find(id).orElseThrow(RecommendationController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
