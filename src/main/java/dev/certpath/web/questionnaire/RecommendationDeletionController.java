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

/** Deletes a recommendation with everything that belongs to it, after asking for confirmation. */
@Controller
class RecommendationDeletionController {

    private final CaseService cases;
    private final QuestionnaireUrls urls;

    RecommendationDeletionController(CaseService cases, QuestionnaireUrls urls) {
        this.cases = cases;
        this.urls = urls;
    }

    @GetMapping("/recommendations/{id}/delete")
    String confirm(@PathVariable String id, Model model) {
        model.addAttribute("private", true);
        model.addAttribute("saved", find(id));
        return "questionnaire/delete";
    }

    @PostMapping("/recommendations/{id}/delete")
    View delete(@PathVariable String id) {
        cases.delete(id);
        return QuestionnaireUrls.seeOther(urls.deleted());
    }

    @GetMapping("/deleted")
    String deleted() {
        return "questionnaire/deleted";
    }

    private SavedRecommendation find(String id) {
        return cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
