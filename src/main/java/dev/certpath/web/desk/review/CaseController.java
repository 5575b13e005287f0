package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseActionNotAllowedException;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CaseModifiedException;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.CaseVisitService;
import dev.certpath.cases.ConversationPage;
import dev.certpath.cases.TimelinePage;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.login.LoginRequestCache;
import dev.certpath.web.desk.queue.QueueNavigation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
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

/** The page of a case, on which an advisor reviews it. */
@Controller
class CaseController {

    private static final int MAX_TIMELINE_PAGE = 1_000_000;

    private final CaseReviewService reviewService;
    private final CaseService caseService;
    private final CaseViewFactory views;
    private final CaseFormValidator validator;
    private final DeskUrls urls;
    private final LoginRequestCache requestCache;
    private final QueueNavigation navigation;
    private final NextCase nextCase;
    private final CaseVisitService visits;

    CaseController(
            CaseReviewService reviewService,
            CaseService caseService,
            CaseViewFactory views,
            CaseFormValidator validator,
            DeskUrls urls,
            LoginRequestCache requestCache,
            QueueNavigation navigation,
            NextCase nextCase,
            CaseVisitService visits) {
        this.reviewService = reviewService;
        this.caseService = caseService;
        this.views = views;
        this.validator = validator;
        this.urls = urls;
        this.requestCache = requestCache;
        this.navigation = navigation;
        this.nextCase = nextCase;
        this.visits = visits;
    }

    /** The advisor's username; pages show "you" instead. */
    @ModelAttribute("currentUser")
    String currentUser(Principal advisor) {
        return advisor.getName();
    }

    /** The part of the queue from which the advisor opened the case. */
    @ModelAttribute("returnTo")
    QueueParameters returnTo(@RequestParam(name = DeskUrls.RETURN_TO, defaultValue = "") String value) {
        return navigation.parse(value);
    }

    /** The previous and the next case of that part of the queue, queried only by pages that show them. */
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

    /** A flash attribute: what was entered into other forms of the page than the one submitted before. */
    @ModelAttribute("otherInput")
    Map<String, String> otherInput() {
        return Map.of();
    }

    @GetMapping(DeskUrls.CASE)
    ModelAndView show(
            @PathVariable String id,
            @ModelAttribute(name = "otherInput", binding = false) Map<String, String> otherInput,
            @RequestParam(name = "timeline", defaultValue = "1") int timelinePage,
            @RequestParam(name = "conversation", defaultValue = "1") int conversationPage,
            Principal advisor,
            HttpServletRequest request,
            HttpServletResponse response) {
        return reviewService
                .find(id)
                .map(details -> {
                    var page = requestCache
                            .removeSavedForm(request, response)
                            .map(CaseForms::new)
                            .flatMap(forms -> forms.type().map(type -> resubmit(details, forms, type)))
                            .orElseGet(() -> views.show(
                                    details,
                                    new CaseForms(otherInput),
                                    findTimelinePage(details, timelinePage),
                                    findConversationPage(details, conversationPage)));
                    boolean isSeen = request.getMethod().equals(HttpMethod.GET.name());
                    return isSeen ? page.addObject("sinceVisit", changesSinceVisit(id, advisor.getName())) : page;
                })
                .orElseGet(views::notFound);
    }

    private ChangesSinceVisit changesSinceVisit(String id, String advisor) {
        return new ChangesSinceVisit(advisor, visits.visit(id, advisor));
    }

    private ConversationPage findConversationPage(CaseDetails details, int number) {
        return number == 1
                ? details.saved().progress().conversation()
                : Optional.of(number)
                        .filter(given -> given > 0 && given <= ConversationPage.MAX_NUMBER)
                        .flatMap(given ->
                                caseService.findConversationPage(details.saved().id(), given))
                        .orElseThrow(CaseController::noSuchPage);
    }

    private TimelinePage findTimelinePage(CaseDetails details, int number) {
        return number == 1
                ? details.timeline()
                : Optional.of(number)
                        .filter(given -> given > 0 && given <= MAX_TIMELINE_PAGE)
                        .flatMap(given ->
                                reviewService.findTimelinePage(details.saved().id(), given))
                        .orElseThrow(CaseController::noSuchPage);
    }

    private static ResponseStatusException noSuchPage() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping(DeskUrls.CASE)
    ModelAndView perform(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute(name = "returnTo", binding = false) QueueParameters returnTo,
            Principal advisor,
            RedirectAttributes redirectAttributes) {
        var forms = new CaseForms(parameters);
        var type = forms.type().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (forms.reply().isPresent()) {
            return reviewService
                    .find(id)
                    .map(details ->
                            views.withReply(details, forms, forms.reply().get()))
                    .orElseGet(() -> views.deleted(forms));
        }
        return perform(id, forms, type, advisor.getName())
                .orElseGet(() -> new ModelAndView(
                        DeskUrls.seeOther(nextPage(id, forms, type, returnTo, advisor.getName(), redirectAttributes))));
    }

    /** Returns the page after a performed action: the next case, unless something was entered into another form of this one. */
    private String nextPage(
            String id,
            CaseForms forms,
            CaseAction.Type type,
            QueueParameters returnTo,
            String advisor,
            RedirectAttributes attributes) {
        attributes.addFlashAttribute(
                "notice", "action.done." + forms.performedType().orElse(type));
        if (forms.continuesWithNext() && forms.otherInput().isEmpty()) {
            var next = nextCase.after(returnTo, advisor);
            attributes.addFlashAttribute("notice", next.isCase() ? "next-case.saved" : "next-case.saved.last");
            return next.url();
        }
        attributes.addFlashAttribute("otherInput", forms.otherInput());
        return urls.caseUrl(id, returnTo);
    }

    /** Performs the submitted action. Returns the page with the reason if it is not performed. */
    private Optional<ModelAndView> perform(String id, CaseForms forms, CaseAction.Type type, String advisor) {
        try {
            var details = reviewService.perform(
                    id, forms.seenVersion(), current -> validator.toAction(forms, type, current), advisor);
            if (details.isEmpty()) {
                return Optional.of(views.deleted(forms));
            }
            return details.filter(current -> forms.hasErrors()).map(current -> views.invalid(current, forms));
        } catch (CaseModifiedException modified) {
            var current = modified.currentDetails();
            var changes = ConcurrentChanges.since(forms.seenVersion(), current);
            return changes.isDuplicateOf(modified.action(), advisor, current)
                    ? Optional.empty()
                    : Optional.of(views.conflict(current, forms, changes));
        } catch (CaseActionNotAllowedException notAllowed) {
            return Optional.of(views.notAllowed(notAllowed.currentDetails(), forms));
        }
    }

    /** Shows a form again that was submitted after the session had expired, for the advisor to submit it once more. */
    private ModelAndView resubmit(CaseDetails details, CaseForms forms, CaseAction.Type type) {
        var page =
                details.allowedActions().contains(type) ? views.show(details, forms) : views.notAllowed(details, forms);
        return page.addObject("notice", "case.resubmit");
    }
}
