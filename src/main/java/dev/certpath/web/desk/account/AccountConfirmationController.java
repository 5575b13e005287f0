package dev.certpath.web.desk.account;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountChangeRejectedException;
import dev.certpath.accounts.AccountService;
import dev.certpath.web.desk.DeskUrls;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks admins to confirm the change of an account, and what becomes of the cases of an account that they disable. */
@Controller
class AccountConfirmationController {

    private final AccountService accounts;
    private final AccountDisablingService disabling;
    private final AccountPages pages;

    AccountConfirmationController(AccountService accounts, AccountDisablingService disabling, AccountPages pages) {
        this.accounts = accounts;
        this.disabling = disabling;
        this.pages = pages;
    }

    @GetMapping(DeskUrls.ACCOUNT_CONFIRMATION)
    ModelAndView confirmation(@RequestParam ConfirmedChange act, @RequestParam String username) {
        var form = DisableForm.emptyFor(find(username));
        return confirmation(act, form, HttpStatus.OK, bind(form));
    }

    @PostMapping(
            path = DeskUrls.ACCOUNTS,
            params = {"act=DISABLE", "username"})
    ModelAndView disable(DisableForm form, Principal admin, RedirectAttributes redirectAttributes) {
        var result = bind(form);
        if (form.isSuccessorMissing()) {
            result.rejectValue("successor", "missing");
            return confirmation(ConfirmedChange.DISABLE, form, HttpStatus.BAD_REQUEST, result);
        }
        try {
            int count = disabling.disable(form, admin.getName());
            var act = count == 0 ? "DISABLE" : "DISABLE." + form.cases();
            return AccountPages.done(redirectAttributes, act, find(form.username()), count, form.successor());
        } catch (UndecidedCasesException undecided) {
            result.rejectValue("cases", "missing");
            return confirmation(ConfirmedChange.DISABLE, form, HttpStatus.BAD_REQUEST, result);
        } catch (AccountChangeRejectedException rejection) {
            return rejected(rejection, form, result, admin);
        }
    }

    private ModelAndView rejected(
            AccountChangeRejectedException rejection, DisableForm form, BindingResult result, Principal admin) {
        if (!rejection.isAboutSuccessor()) {
            return pages.rejected(admin.getName(), rejection);
        }
        result.rejectValue("successor", "disabled");
        return confirmation(ConfirmedChange.DISABLE, form, HttpStatus.CONFLICT, result);
    }

    private ModelAndView confirmation(
            ConfirmedChange change, DisableForm form, HttpStatus status, BindingResult result) {
        return pages.confirmation(change, find(form.username()), status, result);
    }

    private static BindingResult bind(DisableForm form) {
        return new BeanPropertyBindingResult(form, "disableForm");
    }

    /** The username of an account as it is stored. */
    private String find(String username) {
        return accounts.find(username)
                .map(Account::username)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
