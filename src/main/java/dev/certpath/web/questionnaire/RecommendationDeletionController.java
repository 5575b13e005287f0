package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.SavedRecommendation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** Asks once, then deletes a recommendation with everything that belongs to it. */
@Controller
class RecommendationDeletionController {

    private final CaseService caseBook;
    private final QuestionnaireUrls addresses;

    RecommendationDeletionController(CaseService caseBook, QuestionnaireUrls addresses) {
        this.caseBook = caseBook;
        this.addresses = addresses;
    }

    @GetMapping("/recommendations/{id}/delete")
    String ask(@PathVariable String id, Model model) {
        model.addAttribute("private", true);
        model.addAttribute("saved", find(id));
        return "questionnaire/delete";
    }

    @PostMapping("/recommendations/{id}/delete")
    View delete(@PathVariable String id) {
        caseBook.delete(id);
        return QuestionnaireUrls.seeOther(addresses.deleted());
    }

    @GetMapping("/deleted")
    String deleted() {
        return "questionnaire/deleted";
    }

    private SavedRecommendation find(String id) {
        return caseBook.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
