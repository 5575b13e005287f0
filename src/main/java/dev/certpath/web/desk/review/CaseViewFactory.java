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

/** The pages that a case is shown on: its own, and those that say why a move was not made. */
@Component
class CaseViewFactory {

    private final AccountService accounts;
    private final DecisionReasons reasons;
    private final GuideComparison beside;
    private final TimelineFormatter timeline;
    private final FormMessages words;

    CaseViewFactory(
            AccountService accounts,
            DecisionReasons reasons,
            GuideComparison beside,
            TimelineFormatter timeline,
            FormMessages words) {
        this.accounts = accounts;
        this.reasons = reasons;
        this.beside = beside;
        this.timeline = timeline;
        this.words = words;
    }

    /** The case, with its forms. */
    ModelAndView open(CaseDetails file, CaseActionForm form) {
        return whole(file, form, HttpStatus.OK, List.of());
    }

    /** The case, with a form that has to be put right. */
    ModelAndView toPutRight(CaseDetails file, CaseActionForm form, List<FormViolation> problems) {
        return whole(file, form, HttpStatus.BAD_REQUEST, problems);
    }

    /** What others did since the form was opened, beside what was typed into it. */
    ModelAndView changedMeanwhile(CaseDetails now, CaseActionForm form) {
        var since = ConcurrentChanges.since(form.seenVersion(), now);
        var page = page(
                "desk/conflict",
                HttpStatus.CONFLICT,
                now,
                form.forVersion(now.saved().version()),
                List.of());
        page.addObject("since", timeline.lines(since.entries(), now.saved().recommendation()));
        page.addObject("newNotes", since.notes());
        page.addObject("newMessages", since.messages());
        return page;
    }

    /** The case does not allow what was sent. */
    ModelAndView notAllowed(CaseDetails now, CaseActionForm form) {
        return page("desk/not-allowed", HttpStatus.CONFLICT, now, form, List.of());
    }

    /** What is wrong with a form that was sent. */
    List<FormViolation> problems(CaseDetails file, CaseActionForm form, CaseAction.Type kind) {
        return form.problems(kind, file.saved().recommendation(), reasons, accounts.findEnabledUsernames());
    }

    private ModelAndView whole(CaseDetails file, CaseActionForm form, HttpStatus status, List<FormViolation> problems) {
        var told = file.saved().recommendation();
        var page = page("desk/case", status, file, form, problems);
        page.addObject("receipt", PointsBreakdown.of(told));
        page.addObject("beside", beside.compare(told));
        page.addObject("timeline", timeline.lines(file.timeline(), told));
        return page;
    }

    private ModelAndView page(
            String view, HttpStatus status, CaseDetails file, CaseActionForm form, List<FormViolation> problems) {
        var page = new ModelAndView(view, status);
        page.addObject("file", file);
        page.addObject("saved", file.saved());
        page.addObject("told", file.saved().recommendation());
        page.addObject("form", form);
        page.addObject("allowed", names(file.allowedActions()));
        page.addObject("advisors", accounts.findEnabledUsernames());
        page.addObject("reasons", reasons.all());
        page.addObject(
                "because", file.saved().decision().map(AdvisorDecision::reason).map(timeline::reason));
        words.addErrors(page, problems);
        return page;
    }

    private static Set<String> names(Set<CaseAction.Type> kinds) {
        return kinds.stream().map(CaseAction.Type::toString).collect(Collectors.toSet());
    }
}
