package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseActionNotAllowedException;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CaseModifiedException;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.QueueParametersReader;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Applies an action to several cases, each in its own transaction, and reports the result of each. */
@Controller
class BulkActionController {

    private final QueueParametersReader reader;
    private final CaseReviewService reviews;
    private final AccountService accounts;
    private final QueueParametersValidator validator;
    private final QueueViewFactory views;
    private final DeskMessages messages;
    private final DeskUrls urls;

    BulkActionController(
            QueueParametersReader reader,
            CaseReviewService reviews,
            AccountService accounts,
            QueueParametersValidator validator,
            QueueViewFactory views,
            DeskMessages messages,
            DeskUrls urls) {
        this.reader = reader;
        this.reviews = reviews;
        this.accounts = accounts;
        this.validator = validator;
        this.views = views;
        this.messages = messages;
        this.urls = urls;
    }

    @InitBinder("bulkActionForm")
    void addValidator(WebDataBinder binder) {
        binder.addValidators(new BulkActionFormValidator(accounts.findEnabledUsernames()));
    }

    @PostMapping(DeskUrls.BULK_ACTION)
    ModelAndView apply(
            @RequestParam MultiValueMap<String, String> query,
            @Valid BulkActionForm form,
            BindingResult result,
            Principal advisor,
            RedirectAttributes nextPage) {
        var parameters = reader.read(query);
        var parametersResult = validator.validate(parameters);
        if (parametersResult.hasErrors()) {
            return views.invalidPage(parameters, parametersResult, advisor.getName());
        }
        if (result.hasErrors() && !form.isConfirmed()) {
            var page = views.page(parameters, advisor.getName());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        if (result.hasErrors() || needsWords(form)) {
            return closingPage(form, parameters, result);
        }
        var results = apply(form, advisor.getName());
        nextPage.addFlashAttribute("bulkActionResults", results);
        nextPage.addFlashAttribute("bulkActionSummary", summary(results));
        return new ModelAndView(DeskUrls.seeOther(urls.queue(parameters)));
    }

    /** Students who asked and are told nothing would wait for an answer that never comes. */
    private boolean needsWords(BulkActionForm form) {
        return form.toCaseAction().orElseThrow() instanceof CaseAction.Close
                && form.words().isEmpty()
                && countWaiting(form) > 0;
    }

    private int countWaiting(BulkActionForm form) {
        return reviews.countWaitingStudents(
                form.caseRefs().stream().map(CaseVersionRef::id).toList());
    }

    /** The page that asks for words to the students before their cases are closed. */
    private ModelAndView closingPage(BulkActionForm form, QueueParameters parameters, BindingResult result) {
        var page = new ModelAndView("desk/bulk-close", result.hasErrors() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
        int count = form.caseRefs().size();
        page.addObject(QueueParameters.MODEL_ATTRIBUTE, parameters);
        page.addObject("heading", messages.text("bulk-close.heading", count));
        page.addObject("explanation", messages.text("bulk-close.waiting", count, countWaiting(form)));
        return page;
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
