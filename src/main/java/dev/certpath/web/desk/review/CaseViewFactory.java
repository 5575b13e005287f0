package dev.certpath.web.desk.review;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.AdvisorDecision;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.ConversationPage;
import dev.certpath.cases.TimelinePage;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.guide.ReadyMadeReplies;
import dev.certpath.guide.ReadyMadeReplies.Reply;
import dev.certpath.recommend.PointsBreakdown;
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
    private final MailtoLink mailto;
    private final ReadyMadeReplies replies;

    CaseViewFactory(
            AccountService accounts,
            DecisionReasons reasons,
            GuideComparison comparison,
            TimelineFormatter timeline,
            MailtoLink mailto,
            ReadyMadeReplies replies) {
        this.accounts = accounts;
        this.reasons = reasons;
        this.comparison = comparison;
        this.timeline = timeline;
        this.mailto = mailto;
        this.replies = replies;
    }

    /** Returns the page of the case with its forms. */
    ModelAndView show(CaseDetails details, CaseForms forms) {
        return casePage(HttpStatus.OK, details, forms);
    }

    /** Returns the page of the case with its forms and other pages of its timeline and its conversation. */
    ModelAndView show(
            CaseDetails details, CaseForms forms, TimelinePage timelinePage, ConversationPage conversationPage) {
        var page = show(details, forms);
        page.addObject("conversation", conversationPage);
        addTimeline(page, timelinePage, details);
        return page;
    }

    /** Returns the page of the case with the errors of the submitted form. */
    ModelAndView invalid(CaseDetails details, CaseForms forms) {
        return casePage(HttpStatus.BAD_REQUEST, details, forms);
    }

    /** Returns the page that compares the changes by others with the submitted form, to be submitted again. */
    ModelAndView conflict(CaseDetails current, CaseForms forms, ConcurrentChanges changes) {
        var page = page("desk/conflict", HttpStatus.CONFLICT, current, forms);
        page.addObject("version", current.saved().version());
        page.addObject(
                "changes", timeline.format(changes.entries(), current.saved().recommendation()));
        page.addObject("newNotes", changes.notes());
        page.addObject("newMessages", changes.messages());
        return page;
    }

    /** Returns the page for an action on a case that its student has deleted in the meantime. */
    ModelAndView deleted(CaseForms forms) {
        return notFound().addObject("deleted", true).addObject("enteredText", forms.enteredText());
    }

    /** Returns the page for the address of a case that does not exist. */
    ModelAndView notFound() {
        return new ModelAndView("desk/case-not-found", HttpStatus.NOT_FOUND)
                .addObject("deleted", false)
                .addObject("enteredText", "");
    }

    /** Returns the page for an action that the case does not allow. */
    ModelAndView notAllowed(CaseDetails details, CaseForms forms) {
        return page("desk/not-allowed", HttpStatus.CONFLICT, details, forms);
    }

    private ModelAndView casePage(HttpStatus status, CaseDetails details, CaseForms forms) {
        var recommendation = details.saved().recommendation();
        var page = page("desk/case", status, details, forms);
        page.addObject("receipt", PointsBreakdown.of(recommendation));
        page.addObject("mailto", mailto.of(details));
        page.addObject("comparison", comparison.compare(recommendation));
        addTimeline(page, details.timeline(), details);
        return page;
    }

    private void addTimeline(ModelAndView page, TimelinePage timelinePage, CaseDetails details) {
        page.addObject("timelinePage", timelinePage);
        page.addObject(
                "timeline",
                timeline.format(timelinePage.entries(), details.saved().recommendation()));
    }

    private ModelAndView page(String view, HttpStatus status, CaseDetails details, CaseForms forms) {
        var page = new ModelAndView(view, status);
        page.addObject("details", details);
        page.addObject("saved", details.saved());
        page.addObject("conversation", details.saved().progress().conversation());
        page.addObject("recommendation", details.saved().recommendation());
        page.addObject("version", forms.version(details));
        page.addObject("allowedActions", codes(details.allowedActions()));
        page.addObject("advisors", accounts.findEnabledUsernames());
        page.addObject("reasons", reasons.all());
        page.addObject("replies", replies(details));
        page.addObject("studentWaits", details.saved().progress().isStudentWaiting());
        page.addObject(
                "decisionReason",
                details.saved().decision().map(AdvisorDecision::reason).map(timeline::reasonLabel));
        forms.addTo(page, details);
        return page;
    }

    private List<Reply> replies(CaseDetails details) {
        var recommendation = details.saved().recommendation();
        var first = recommendation.track(recommendation.first().track()).name();
        var second = recommendation.track(recommendation.second().track()).name();
        return replies.all().stream()
                .map(reply -> reply.forTracks(first, second))
                .toList();
    }

    /** Returns the page of the case with a reply added to what the advisor has written. Nothing is saved. */
    ModelAndView withReply(CaseDetails details, CaseForms forms, String code) {
        return replies(details).stream()
                .filter(reply -> reply.code().equals(code))
                .findFirst()
                .map(reply -> show(details, forms.withReply(reply.text())))
                .orElseGet(() -> show(details, forms));
    }

    private static Set<String> codes(Set<CaseAction.Type> types) {
        return types.stream().map(CaseAction.Type::toString).collect(Collectors.toSet());
    }
}
