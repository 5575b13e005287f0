package dev.certpath.web.desk.guide;

import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.BrokenPinsException;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.DraftService;
import dev.certpath.editions.EditionComparison;
import dev.certpath.editions.OutdatedDryRunException;
import dev.certpath.editions.PublicationService;
import dev.certpath.guide.Guide;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.GuideUrls;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows admins which edition of the guide is in force and which were, compares them, and publishes one of them again. */
@Controller
class GuideHistoryController {

    private final EditionHistory history;
    private final PublicationService publications;
    private final DraftService drafts;
    private final DryRunPages dryRuns;
    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;

    GuideHistoryController(
            EditionHistory history,
            PublicationService publications,
            DraftService drafts,
            DryRunPages dryRuns,
            CurrentGuide currentGuide,
            CurrentDate currentDate) {
        this.history = history;
        this.publications = publications;
        this.drafts = drafts;
        this.dryRuns = dryRuns;
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
    }

    @GetMapping(GuideUrls.GUIDE)
    ModelAndView history() {
        return history(HttpStatus.OK);
    }

    @GetMapping(GuideUrls.EDITION)
    ModelAndView edition(@PathVariable int number, @RequestParam(name = "with") Optional<Integer> other) {
        return edition(number, other, HttpStatus.OK, bind(PublicationForm.EMPTY));
    }

    @PostMapping(GuideUrls.EDITION)
    ModelAndView publishAgain(
            @PathVariable int number,
            @RequestParam(defaultValue = "0") long dryRun,
            PublicationForm form,
            Principal admin,
            RedirectAttributes redirectAttributes) {
        var result = bind(form);
        form.validate(currentDate.get(), result);
        if (result.hasErrors()) {
            return edition(number, Optional.empty(), HttpStatus.BAD_REQUEST, result);
        }
        if (!currentGuide.get().source().isEditable()) {
            return history(HttpStatus.CONFLICT);
        }
        try {
            publications.publishAgain(find(number), dryRun, form.reason(), form.from(), admin.getName());
            return published(number, form, redirectAttributes);
        } catch (OutdatedDryRunException outdated) {
            result.reject("guide.dry-run.outdated");
        } catch (BrokenPinsException broken) {
            result.reject("guide.pins.broken");
        }
        return edition(number, Optional.empty(), HttpStatus.CONFLICT, result);
    }

    @PostMapping(path = GuideUrls.GUIDE, params = "withdraw")
    ModelAndView withdraw(
            @RequestParam(name = "withdraw") long publication, Principal admin, RedirectAttributes redirectAttributes) {
        boolean withdrawn = publications.withdraw(publication, admin.getName());
        redirectAttributes.addFlashAttribute("notice", withdrawn ? "guide.done.withdrawn" : "guide.done.too-late");
        return new ModelAndView(DeskUrls.seeOther(GuideUrls.GUIDE));
    }

    static ModelAndView published(int number, PublicationForm form, RedirectAttributes redirectAttributes) {
        var when = form.from().map(day -> "day").orElse("now");
        redirectAttributes.addFlashAttribute("notice", "guide.done.published." + when);
        redirectAttributes.addFlashAttribute(
                "noticeArguments",
                List.of(number, form.from().map(Object::toString).orElse("")));
        return new ModelAndView(DeskUrls.seeOther(GuideUrls.GUIDE));
    }

    private ModelAndView history(HttpStatus status) {
        var snapshot = currentGuide.get();
        var page = new ModelAndView("desk/guide-history", status);
        page.addObject("rows", history.rows());
        page.addObject("source", snapshot.source());
        page.addObject("current", snapshot.guide());
        page.addObject("draft", drafts.find().orElse(null));
        return page;
    }

    private ModelAndView edition(int number, Optional<Integer> with, HttpStatus status, BindingResult result) {
        var guide = find(number);
        int other = with.orElseGet(() -> findPrevious(number));
        var page = new ModelAndView("desk/guide-edition", status);
        page.addAllObjects(result.getModel());
        page.addObject("number", number);
        page.addObject("other", other);
        page.addObject(
                "comparison",
                EditionComparison.of(
                        with.isPresent()
                                ? find(other)
                                : currentGuide.findEdition(other).orElse(guide),
                        guide));
        page.addObject("numbers", currentGuide.findEditionNumbers());
        page.addObject("source", currentGuide.get().source());
        boolean inForce = currentGuide.guide().edition() == number;
        page.addObject("inForce", inForce);
        if (!inForce && currentGuide.get().source().isEditable()) {
            var text = currentGuide.findEditionText(number).orElseThrow();
            dryRuns.addTo(page, text, guide, String.valueOf(number));
        }
        return page;
    }

    /** The edition that was in force before another one first was, or the one with the number before. */
    private int findPrevious(int number) {
        return history.rows().stream()
                .filter(row -> row.publication().edition() == number)
                .flatMap(row -> row.previous().stream())
                .filter(previous -> previous != number)
                .reduce((later, earlier) -> earlier)
                .orElse(Math.max(1, number - 1));
    }

    private Guide find(int number) {
        return currentGuide.findEdition(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static BindingResult bind(PublicationForm form) {
        return new BeanPropertyBindingResult(form, PublicationForm.MODEL_ATTRIBUTE);
    }
}
