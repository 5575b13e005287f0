package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseActionNotAllowedException;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CaseModifiedException;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.QueueParameters;
import java.io.Serializable;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes several cases at once, each by itself, and says of each what happened. */
@Controller
class BulkActionController {

    private final CaseReviewService casework;
    private final AccountService accounts;
    private final QueueQueryParser reader;
    private final QueueViewFactory page;
    private final FormMessages words;
    private final DeskUrls addresses;

    BulkActionController(
            CaseReviewService casework,
            AccountService accounts,
            QueueQueryParser reader,
            QueueViewFactory page,
            FormMessages words,
            DeskUrls addresses) {
        this.casework = casework;
        this.accounts = accounts;
        this.reader = reader;
        this.page = page;
        this.words = words;
        this.addresses = addresses;
    }

    /**
     * What happened to a case.
     *
     * @param id the case; empty where it is gone
     * @param reference its short name; empty where it is gone
     * @param words what happened
     * @param done whether it is now as was wished
     */
    public record Outcome(String id, String reference, String words, boolean done) implements Serializable {}

    @PostMapping(DeskUrls.SEVERAL)
    ModelAndView change(
            @RequestParam MultiValueMap<String, String> sent, Principal advisor, RedirectAttributes nextPage) {
        var form = QueueParameters.of(sent);
        var unknown = reader.problems(form);
        if (!unknown.isEmpty()) {
            return page.of(form, unknown);
        }
        var several = new BulkActionForm(sent.get("case"), sent.getFirst("move"), sent.getFirst("assignee"));
        var problems = several.problems(accounts.findEnabledUsernames());
        if (!problems.isEmpty()) {
            return page.of(form, advisor.getName(), several, problems);
        }
        var outcomes = outcomes(several, advisor.getName());
        nextPage.addFlashAttribute("outcomes", outcomes);
        nextPage.addFlashAttribute("outcomesHeading", heading(outcomes));
        return new ModelAndView(DeskUrls.seeOther(addresses.queue(form)));
    }

    private List<Outcome> outcomes(BulkActionForm several, String advisor) {
        var outcomes = new ArrayList<Outcome>();
        var move = several.wanted().orElseThrow();
        several.tickets().forEach(ticket -> outcomes.add(outcome(ticket, move, advisor)));
        return outcomes;
    }

    private Outcome outcome(CaseVersionRef ticket, CaseAction move, String advisor) {
        try {
            return casework.perform(ticket.id(), ticket.version(), move, advisor)
                    .map(file -> outcome(file, "several.done." + move.type(), true))
                    .orElseGet(() -> new Outcome("", "", words.text("several.gone"), false));
        } catch (CaseModifiedException changed) {
            return isAsWished(changed.currentDetails(), move, advisor)
                    ? outcome(changed.currentDetails(), "several.already", true)
                    : outcome(changed.currentDetails(), "several.changed", false);
        } catch (CaseActionNotAllowedException refused) {
            return casework.find(ticket.id())
                    .map(file -> outcome(file, "several.refused." + move.type(), false))
                    .orElseGet(() -> new Outcome("", "", words.text("several.gone"), false));
        }
    }

    private Outcome outcome(CaseDetails file, String code, boolean done) {
        var who = file.assignee().orElseGet(() -> words.text("queue.nobody"));
        return new Outcome(file.saved().id(), file.saved().reference(), words.text(code, who), done);
    }

    /** The second click of a double click finds what the first one did. */
    private static boolean isAsWished(CaseDetails file, CaseAction move, String advisor) {
        if (move instanceof CaseAction.Take) {
            return file.assignee().equals(Optional.of(advisor));
        } else if (move instanceof CaseAction.Assign assign) {
            return file.assignee().equals(Optional.of(assign.to()));
        } else if (move instanceof CaseAction.Close) {
            return file.saved().progress().status() == CaseStatus.CLOSED;
        }
        return file.assignee().isEmpty();
    }

    private String heading(List<Outcome> outcomes) {
        long done = outcomes.stream().filter(Outcome::done).count();
        return words.text("several.heading", outcomes.size(), outcomes.size() - done);
    }
}
