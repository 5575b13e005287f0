package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseActionNotAllowedException;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CaseModifiedException;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.QueueParameters;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Applies an action to several cases, each in its own transaction, and reports the result of each. */
@Controller
class BulkActionController {

    private final CaseReviewService reviews;
    private final AccountService accounts;
    private final QueueQueryParser parser;
    private final QueueViewFactory views;
    private final FormMessages messages;
    private final DeskUrls urls;

    BulkActionController(
            CaseReviewService reviews,
            AccountService accounts,
            QueueQueryParser parser,
            QueueViewFactory views,
            FormMessages messages,
            DeskUrls urls) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.parser = parser;
        this.views = views;
        this.messages = messages;
        this.urls = urls;
    }

    @PostMapping(DeskUrls.BULK_ACTION)
    ModelAndView apply(
            @RequestParam MultiValueMap<String, String> request, Principal advisor, RedirectAttributes nextPage) {
        var parameters = QueueParameters.of(request);
        var invalidParameters = parser.validate(parameters);
        if (!invalidParameters.isEmpty()) {
            return views.invalidPage(parameters, invalidParameters);
        }
        var form = new BulkActionForm(request.get("case"), request.getFirst("move"), request.getFirst("assignee"));
        var violations = form.validate(accounts.findEnabledUsernames());
        if (!violations.isEmpty()) {
            return views.page(parameters, advisor.getName(), form, violations);
        }
        var results = apply(form, advisor.getName());
        nextPage.addFlashAttribute("bulkActionResults", results);
        nextPage.addFlashAttribute("bulkActionSummary", summary(results));
        return new ModelAndView(DeskUrls.seeOther(urls.queue(parameters)));
    }

    private List<BulkActionResult> apply(BulkActionForm form, String advisor) {
        var action = form.toCaseAction().orElseThrow();
        return form.caseRefs().stream()
                .map(caseRef -> apply(action, caseRef, advisor))
                .toList();
    }

    private BulkActionResult apply(CaseAction action, CaseVersionRef caseRef, String advisor) {
        try {
            return reviews.perform(caseRef.id(), caseRef.version(), action, advisor)
                    .map(details -> result(details, "bulk-action.done." + action.type(), true))
                    .orElseGet(this::caseNotFound);
        } catch (CaseModifiedException modified) {
            return action.isReflectedIn(modified.currentDetails(), advisor)
                    ? result(modified.currentDetails(), "bulk-action.already-done", true)
                    : result(modified.currentDetails(), "bulk-action.modified", false);
        } catch (CaseActionNotAllowedException notAllowed) {
            return result(notAllowed.currentDetails(), "bulk-action.not-allowed." + action.type(), false);
        }
    }

    private BulkActionResult result(CaseDetails details, String code, boolean successful) {
        var assignee = details.assignee().orElseGet(() -> messages.text("queue.nobody"));
        return new BulkActionResult(
                details.saved().id(), details.saved().reference(), messages.text(code, assignee), successful);
    }

    private BulkActionResult caseNotFound() {
        return new BulkActionResult("", "", messages.text("bulk-action.not-found"), false);
    }

    private String summary(List<BulkActionResult> results) {
        long failed = results.stream().filter(result -> !result.successful()).count();
        return messages.text("bulk-action.summary", results.size(), failed);
    }
}
