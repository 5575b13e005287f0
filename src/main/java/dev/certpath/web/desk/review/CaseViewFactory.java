package dev.certpath.web.desk.review;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.AdvisorDecision;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.recommend.PointsBreakdown;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.FormViolation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Creates the page of a case, and the pages that say why an action was not performed. */
@Component
class CaseViewFactory {

    private final AccountService accounts;
    private final DecisionReasons reasons;
    private final GuideComparison comparison;
    private final TimelineFormatter timeline;
    private final FormMessages messages;

    CaseViewFactory(
            AccountService accounts,
            DecisionReasons reasons,
            GuideComparison comparison,
            TimelineFormatter timeline,
            FormMessages messages) {
        this.accounts = accounts;
        this.reasons = reasons;
        this.comparison = comparison;
        this.timeline = timeline;
        this.messages = messages;
    }

    /** Returns the page of the case with its forms. */
    ModelAndView show(CaseDetails details, CaseActionForm form) {
        return casePage(details, form, HttpStatus.OK, List.of());
    }

    /** Returns the page of the case with an invalid form and its violations. */
    ModelAndView invalid(CaseDetails details, CaseActionForm form, List<FormViolation> violations) {
        return casePage(details, form, HttpStatus.BAD_REQUEST, violations);
    }

    /** Returns the page that compares the changes by others with the submitted form. */
    ModelAndView conflict(CaseDetails current, CaseActionForm form) {
        var changes = ConcurrentChanges.since(form.seenVersion(), current);
        var page = page(
                "desk/conflict",
                HttpStatus.CONFLICT,
                current,
                form.withVersion(current.saved().version()),
                List.of());
        page.addObject(
                "changes", timeline.format(changes.entries(), current.saved().recommendation()));
        page.addObject("newNotes", changes.notes());
        page.addObject("newMessages", changes.messages());
        return page;
    }

    /** Returns the page for an action that the case does not allow. */
    ModelAndView notAllowed(CaseDetails details, CaseActionForm form) {
        return page("desk/not-allowed", HttpStatus.CONFLICT, details, form, List.of());
    }

    /** Returns the violations of the submitted form. */
    List<FormViolation> validate(CaseDetails details, CaseActionForm form, CaseAction.Type type) {
        return form.validate(type, details.saved().recommendation(), reasons, accounts.findEnabledUsernames());
    }

    private ModelAndView casePage(
            CaseDetails details, CaseActionForm form, HttpStatus status, List<FormViolation> violations) {
        var recommendation = details.saved().recommendation();
        var page = page("desk/case", status, details, form, violations);
        page.addObject("receipt", PointsBreakdown.of(recommendation));
        page.addObject("comparison", comparison.compare(recommendation));
        page.addObject("timeline", timeline.format(details.timeline(), recommendation));
        return page;
    }

    private ModelAndView page(
            String view, HttpStatus status, CaseDetails details, CaseActionForm form, List<FormViolation> violations) {
        var page = new ModelAndView(view, status);
        page.addObject("details", details);
        page.addObject("saved", details.saved());
        page.addObject("recommendation", details.saved().recommendation());
        page.addObject("form", form);
        page.addObject("allowedActions", codes(details.allowedActions()));
        page.addObject("advisors", accounts.findEnabledUsernames());
        page.addObject("reasons", reasons.all());
        page.addObject(
                "decisionReason",
                details.saved().decision().map(AdvisorDecision::reason).map(timeline::reasonLabel));
        messages.addErrors(page, violations);
        return page;
    }

    private static Set<String> codes(Set<CaseAction.Type> types) {
        return types.stream().map(CaseAction.Type::toString).collect(Collectors.toSet());
    }
}
