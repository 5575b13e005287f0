package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Erases what a student gave to the advisors of a recommendation, after asking for confirmation. */
@Controller
class ContactWithdrawalController {

    private final CaseService cases;
    private final QuestionnaireUrls urls;

    ContactWithdrawalController(CaseService cases, QuestionnaireUrls urls) {
        this.cases = cases;
        this.urls = urls;
    }

    /** Asks for confirmation; if there is nothing to erase, the page of the recommendation says so. */
    @GetMapping("/recommendations/{id}/withdraw")
    ModelAndView confirm(@PathVariable String id) {
        var saved = cases.find(id).orElseThrow(ContactWithdrawalController::notFound);
        return saved.progress()
                .contact()
                .map(contact -> new ModelAndView("questionnaire/withdraw")
                        .addObject("private", true)
                        .addObject("saved", saved)
                        .addObject("contact", contact))
                .orElseGet(() -> withdrawn(id));
    }

    @PostMapping("/recommendations/{id}/withdraw")
    ModelAndView withdraw(@PathVariable String id) {
        if (!cases.withdrawContact(id)) {
            throw notFound();
        }
        return withdrawn(id);
    }

    private ModelAndView withdrawn(String id) {
        return new ModelAndView(QuestionnaireUrls.seeOther(urls.afterWithdrawal(id)));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
