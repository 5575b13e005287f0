package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseActionNotAllowedException;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CaseModifiedException;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.login.LoginRequestCache;
import dev.certpath.web.desk.queue.QueueNavigation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thymeleaf.context.LazyContextVariable;

/** A case: everything known of it, and what an advisor can do with it. */
@Controller
class CaseController {

    private final CaseReviewService casework;
    private final CaseViewFactory pages;
    private final DeskUrls addresses;
    private final LoginRequestCache wantedPage;
    private final QueueNavigation navigation;

    CaseController(
            CaseReviewService casework,
            CaseViewFactory pages,
            DeskUrls addresses,
            LoginRequestCache wantedPage,
            QueueNavigation navigation) {
        this.casework = casework;
        this.pages = pages;
        this.addresses = addresses;
        this.wantedPage = wantedPage;
        this.navigation = navigation;
    }

    /** Who is looking, so that a page can say "you". */
    @ModelAttribute("me")
    String me(Principal advisor) {
        return advisor.getName();
    }

    /** Where they came from. */
    @ModelAttribute("returnTo")
    QueueParameters returnTo(@RequestParam(name = DeskUrls.RETURN_TO, defaultValue = "") String value) {
        return navigation.parse(value);
    }

    /** Looked up only by the page that shows them. */
    @ModelAttribute("adjacentCases")
    LazyContextVariable<QueueNavigation.AdjacentLinks> adjacentCases(
            @ModelAttribute(name = "returnTo", binding = false) QueueParameters returnTo, Principal advisor) {
        return new LazyContextVariable<>() {
            @Override
            protected QueueNavigation.AdjacentLinks loadValue() {
                return navigation.findAdjacent(returnTo, advisor.getName());
            }
        };
    }

    /** What was typed into the page's other forms when one was sent just before; nothing on any other page. */
    @ModelAttribute("typed")
    Map<String, String> typed() {
        return Map.of();
    }

    @GetMapping(DeskUrls.CASE)
    ModelAndView show(
            @PathVariable String id,
            @ModelAttribute(name = "typed", binding = false) Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var file = find(id);
        return wantedPage
                .removeSavedForm(request, response)
                .map(sent -> CaseActionForm.of(file, sent))
                .flatMap(form -> form.kind().map(kind -> unsent(file, form, kind)))
                .orElseGet(() -> pages.open(file, CaseActionForm.of(file, typed)));
    }

    @PostMapping(DeskUrls.CASE)
    ModelAndView move(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            @ModelAttribute(name = "returnTo", binding = false) QueueParameters returnTo,
            Principal advisor,
            RedirectAttributes nextPage) {
        var file = find(id);
        var form = CaseActionForm.of(file, sent);
        var kind = form.kind().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (file.allowedActions().contains(kind)) {
            var problems = pages.problems(file, form, kind);
            if (!problems.isEmpty()) {
                return pages.toPutRight(file, form, problems);
            }
        }
        return made(file, form, form.toMove(kind, file.saved().recommendation()), advisor.getName())
                .orElseGet(() -> {
                    nextPage.addFlashAttribute("notice", "made." + kind);
                    nextPage.addFlashAttribute("typed", form.typedBeside(kind, file));
                    return new ModelAndView(
                            DeskUrls.seeOther(addresses.caseUrl(file.saved().id(), returnTo)));
                });
    }

    /** Makes the move; the page that says why not, where it can't be made. */
    private Optional<ModelAndView> made(CaseDetails seen, CaseActionForm form, CaseAction move, String advisor) {
        try {
            if (casework.perform(seen.saved().id(), form.seenVersion(), move, advisor)
                    .isEmpty()) {
                throw new CaseNotFoundException(); // its student deleted it a moment ago
            }
            return Optional.empty();
        } catch (CaseModifiedException conflict) {
            var now = conflict.currentDetails();
            return ConcurrentChanges.since(form.seenVersion(), now).isOnly(move, advisor, now)
                    ? Optional.empty()
                    : Optional.of(pages.changedMeanwhile(now, form));
        } catch (CaseActionNotAllowedException refused) {
            return Optional.of(pages.notAllowed(seen, form));
        }
    }

    /** A form that came when nobody was logged in: its page shows it filled in, as far as it can still be sent. */
    private ModelAndView unsent(CaseDetails file, CaseActionForm form, CaseAction.Type kind) {
        var page = file.allowedActions().contains(kind) ? pages.open(file, form) : pages.notAllowed(file, form);
        return page.addObject("notice", "case.unsent");
    }

    private CaseDetails find(String id) {
        return casework.find(id).orElseThrow(CaseNotFoundException::new);
    }
}
