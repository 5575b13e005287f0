package dev.certpath.desk;

import dev.certpath.cases.CaseBook;
import dev.certpath.cases.ChangedMeanwhile;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.recommend.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case: what the student was told, and an advisor's review of it. */
@Controller
class CaseController {

    private final CaseBook cases;
    private final DeskAddresses addresses;
    private final WantedPage wantedPage;
    private final FormWords words;

    CaseController(CaseBook cases, DeskAddresses addresses, WantedPage wantedPage, FormWords words) {
        this.cases = cases;
        this.addresses = addresses;
        this.wantedPage = wantedPage;
        this.words = words;
    }

    @GetMapping(DeskAddresses.CASE)
    ModelAndView show(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var saved = find(id);
        var unsent = wantedPage.takeUnsent(request, response).map(ReviewForm::of);
        var page = page("desk/case", HttpStatus.OK, saved, unsent.orElseGet(() -> ReviewForm.of(saved)), List.of());
        if (unsent.isPresent()) {
            page.addObject("notice", "review.unsent");
        }
        return page;
    }

    @PostMapping(DeskAddresses.CASE)
    ModelAndView review(@PathVariable String id, ReviewForm form, Principal advisor, RedirectAttributes nextPage) {
        var saved = find(id);
        var problems = form.problems(saved.recommendation());
        if (!problems.isEmpty()) {
            return page("desk/case", HttpStatus.BAD_REQUEST, saved, form, problems);
        }
        try {
            write(form, saved, advisor.getName());
        } catch (ChangedMeanwhile conflict) {
            if (!isSavedAlready(form, conflict.theirs(), advisor.getName())) {
                return conflict(form, conflict.theirs());
            }
        }
        nextPage.addFlashAttribute("notice", "review.saved");
        return new ModelAndView(DeskAddresses.seeOther(addresses.casePage(saved.id())));
    }

    private void write(ReviewForm form, SavedRecommendation saved, String advisor) {
        var recommendation = saved.recommendation();
        cases.review(
                saved.id(),
                form.seenVersion(),
                form.firstFor(recommendation),
                form.secondFor(recommendation),
                form.plainWords(),
                advisor);
    }

    /** The second click of a double click is no conflict with the first. */
    private static boolean isSavedAlready(ReviewForm form, SavedRecommendation now, String advisor) {
        return now.review()
                .filter(review -> review.by().equals(advisor) && form.says(review, now.recommendation()))
                .isPresent();
    }

    private ModelAndView conflict(ReviewForm form, SavedRecommendation theirs) {
        return page("desk/conflict", HttpStatus.CONFLICT, theirs, form.forVersion(theirs.version()), List.of());
    }

    private ModelAndView page(
            String view, HttpStatus status, SavedRecommendation saved, ReviewForm form, List<FormProblem> problems) {
        var page = new ModelAndView(view, status);
        page.addObject("saved", saved);
        page.addObject("told", saved.recommendation());
        page.addObject("receipt", Receipt.of(saved.recommendation()));
        page.addObject("form", form);
        words.tell(page, problems);
        return page;
    }

    private SavedRecommendation find(String id) {
        return cases.find(id).orElseThrow(NoSuchCase::new);
    }
}
