package dev.certpath.web.desk.account;

import dev.certpath.accounts.AccountAction;
import dev.certpath.accounts.AccountChangeRejectedException;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.GeneratedPassword;
import dev.certpath.web.desk.DeskUrls;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists the accounts, for admins, and adds and changes them. The parameter {@code act} of a form names the {@link
 * AccountAction}, or is {@code ADD}, {@code RESET}, {@code LIFT} or {@code REMOVE_PASSKEYS}; {@code DISABLE} is a form of
 * {@link AccountConfirmationController}. A generated
 * password is part of the response to the form and is kept nowhere.
 */
@Controller
class AccountController {

    private final AccountService accounts;
    private final AccountPages pages;

    AccountController(AccountService accounts, AccountPages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(DeskUrls.ACCOUNTS)
    ModelAndView list(Principal admin) {
        return pages.list(admin.getName());
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=ADD")
    ModelAndView add(@Valid AccountForm form, BindingResult result, Principal admin) {
        if (form.hasReservedUsername()) {
            rejectUsername(result, "reserved", form);
        }
        if (result.hasErrors()) {
            return pages.list(admin.getName(), HttpStatus.BAD_REQUEST, result);
        }
        var password = GeneratedPassword.generateFor(form.normalizedUsername());
        if (!accounts.add(password, form.parsedRole(), admin.getName())) {
            rejectUsername(result, "taken", form);
            return pages.list(admin.getName(), HttpStatus.CONFLICT, result);
        }
        return pages.listWithPassword(admin.getName(), "ADD", password);
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=RESET")
    ModelAndView resetPassword(@RequestParam String username, @RequestParam Optional<UUID> key, Principal admin) {
        var password = GeneratedPassword.generateFor(username);
        try {
            accounts.resetPassword(password, key, admin.getName());
        } catch (AccountChangeRejectedException rejection) {
            return pages.rejected(admin.getName(), rejection);
        }
        return pages.listWithPassword(admin.getName(), "RESET", password);
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=LIFT")
    ModelAndView liftLimits(@RequestParam String username, Principal admin, RedirectAttributes redirectAttributes) {
        accounts.liftLimits(username, admin.getName());
        return AccountPages.done(redirectAttributes, "LIFT", username);
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=REMOVE_PASSKEYS")
    ModelAndView removePasskeys(@RequestParam String username, Principal admin, RedirectAttributes redirectAttributes) {
        try {
            accounts.removePasskeys(username, admin.getName());
        } catch (AccountChangeRejectedException rejection) {
            return pages.rejected(admin.getName(), rejection);
        }
        return AccountPages.done(redirectAttributes, "REMOVE_PASSKEYS", username);
    }

    @PostMapping(DeskUrls.ACCOUNTS)
    ModelAndView change(
            @RequestParam AccountAction act,
            @RequestParam String username,
            Principal admin,
            RedirectAttributes redirectAttributes) {
        try {
            accounts.change(username, act, admin.getName());
        } catch (AccountChangeRejectedException rejection) {
            return pages.rejected(admin.getName(), rejection);
        }
        return AccountPages.done(redirectAttributes, act.name(), username);
    }

    private static void rejectUsername(BindingResult result, String code, AccountForm form) {
        result.rejectValue("username", code, new Object[] {form.normalizedUsername()}, null);
    }
}
