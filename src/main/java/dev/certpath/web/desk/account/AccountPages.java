package dev.certpath.web.desk.account;

import dev.certpath.accounts.AccountChangeRejectedException;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.GeneratedPassword;
import dev.certpath.accounts.PasskeyMode;
import dev.certpath.accounts.PasskeyService;
import dev.certpath.cases.statistics.AdvisorWorkload;
import dev.certpath.cases.statistics.WorkloadService;
import dev.certpath.web.desk.AgeFormatter;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.WorkloadLinks;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Builds the list of accounts, and the page that asks to confirm a change. */
@Component
class AccountPages {

    private final AccountService accounts;
    private final PasskeyService passkeys;
    private final PasskeyMode passkeyMode;
    private final WorkloadService workloads;
    private final AgeFormatter ages;

    AccountPages(
            AccountService accounts,
            PasskeyService passkeys,
            PasskeyMode passkeyMode,
            WorkloadService workloads,
            AgeFormatter ages) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.passkeyMode = passkeyMode;
        this.workloads = workloads;
        this.ages = ages;
    }

    /**
     * The open cases of an account.
     *
     * @param active their number
     * @param waiting the number of those whose student waits for an answer
     * @param oldestWait how long the student has been waiting who has waited longest; empty if none waits
     * @param activeQueue the queue that lists them
     * @param waitingQueue the queue that lists those whose student waits, the longest waiting first
     */
    public record HeldCases(
            long active, long waiting, String oldestWait, QueueParameters activeQueue, QueueParameters waitingQueue) {}

    /** The list of accounts. */
    ModelAndView list(String admin) {
        return list(admin, HttpStatus.OK, emptyForm());
    }

    /** The list of accounts with the form to add one. */
    ModelAndView list(String admin, HttpStatus status, BindingResult result) {
        var page = new ModelAndView("desk/accounts", status);
        page.addAllObjects(result.getModel());
        page.addObject("accounts", accounts.findAll());
        page.addObject("passkeyCounts", passkeyMode.isOn() ? passkeys.countByUsername() : Map.of());
        page.addObject("held", findHeldCases());
        page.addObject("currentUser", admin);
        return page;
    }

    /** The list of accounts with a generated password: a redirect would have to keep it until the next request. */
    ModelAndView listWithPassword(String admin, String act, GeneratedPassword password) {
        return list(admin)
                .addObject("notice", "accounts.done." + act)
                .addObject("noticeArguments", List.of(password.username()))
                .addObject("generatedPassword", password);
    }

    /** The list of accounts that says why a change is rejected. */
    ModelAndView rejected(String admin, AccountChangeRejectedException rejection) {
        var result = emptyForm();
        var codes = new String[] {"accounts.rejected." + rejection.reason()};
        var arguments = new Object[] {rejection.username()};
        var field = "account-" + rejection.username();
        result.addError(new FieldError(result.getObjectName(), field, null, false, codes, arguments, null));
        return list(admin, HttpStatus.CONFLICT, result);
    }

    /** Redirects to the list of accounts, which says what was done. */
    static ModelAndView done(RedirectAttributes redirectAttributes, String act, Object... arguments) {
        redirectAttributes.addFlashAttribute("notice", "accounts.done." + act);
        redirectAttributes.addFlashAttribute("noticeArguments", List.of(arguments));
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.ACCOUNTS));
    }

    /** The page that asks to confirm a change, with the form to disable an account. */
    ModelAndView confirmation(ConfirmedChange change, String username, HttpStatus status, BindingResult disableForm) {
        var page = new ModelAndView("desk/account-confirmation", status);
        page.addAllObjects(disableForm.getModel());
        page.addObject("change", change);
        page.addObject("username", username);
        page.addObject("held", toHeldCases(workloads.find(username)));
        page.addObject(
                "successors",
                accounts.findEnabledUsernames().stream()
                        .filter(other -> !other.equals(username))
                        .toList());
        page.addObject("formKey", UUID.randomUUID());
        return page;
    }

    private Map<String, HeldCases> findHeldCases() {
        return workloads.findAll().stream().collect(Collectors.toMap(AdvisorWorkload::advisor, this::toHeldCases));
    }

    private HeldCases toHeldCases(AdvisorWorkload workload) {
        return new HeldCases(
                workload.active(),
                workload.waiting(),
                workload.oldestRequest().map(ages::since).orElse(""),
                WorkloadLinks.active(workload.advisor()),
                WorkloadLinks.waiting(workload.advisor()));
    }

    private static BindingResult emptyForm() {
        return new BeanPropertyBindingResult(AccountForm.EMPTY, "accountForm");
    }
}
