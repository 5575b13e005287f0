package dev.certpath.web.desk.account;

import dev.certpath.accounts.AccountAction;
import dev.certpath.accounts.AccountChangeRejectedException;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.GeneratedPassword;
import dev.certpath.accounts.PasskeyMode;
import dev.certpath.accounts.PasskeyService;
import dev.certpath.web.desk.DeskUrls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists the accounts, for admins, and adds and changes them. The parameter {@code act} of a form names the {@link
 * AccountAction}, or is {@code ADD}, {@code RESET}, {@code LIFT} or {@code REMOVE_PASSKEYS}. A generated
 * password is part of the response to the form and is kept nowhere.
 */
@Controller
class AccountController {

    private final AccountService accounts;
    private final PasskeyService passkeys;
    private final PasskeyMode passkeyMode;

    AccountController(AccountService accounts, PasskeyService passkeys, PasskeyMode passkeyMode) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.passkeyMode = passkeyMode;
    }

    @GetMapping(DeskUrls.ACCOUNTS)
    ModelAndView list(HttpServletRequest request) {
        return page(request, HttpStatus.OK, emptyForm());
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=ADD")
    ModelAndView add(@Valid AccountForm form, BindingResult result, HttpServletRequest request, Principal admin) {
        if (form.hasReservedUsername()) {
            rejectUsername(result, "reserved", form);
        }
        if (result.hasErrors()) {
            return page(request, HttpStatus.BAD_REQUEST, result);
        }
        var password = GeneratedPassword.generateFor(form.normalizedUsername());
        if (!accounts.add(password, form.parsedRole(), admin.getName())) {
            rejectUsername(result, "taken", form);
            return page(request, HttpStatus.CONFLICT, result);
        }
        return pageWithPassword(request, "ADD", password);
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=RESET")
    ModelAndView resetPassword(
            @RequestParam String username,
            @RequestParam Optional<UUID> key,
            Principal admin,
            HttpServletRequest request) {
        var password = GeneratedPassword.generateFor(username);
        try {
            accounts.resetPassword(password, key, admin.getName());
        } catch (AccountChangeRejectedException rejection) {
            return rejected(request, rejection);
        }
        return pageWithPassword(request, "RESET", password);
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=LIFT")
    ModelAndView liftLimits(@RequestParam String username, Principal admin, RedirectAttributes redirectAttributes) {
        accounts.liftLimits(username, admin.getName());
        return done(redirectAttributes, "LIFT", username);
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=REMOVE_PASSKEYS")
    ModelAndView removePasskeys(
            @RequestParam String username,
            Principal admin,
            HttpServletRequest request,
            RedirectAttributes redirectAttributes) {
        try {
            accounts.removePasskeys(username, admin.getName());
        } catch (AccountChangeRejectedException rejection) {
            return rejected(request, rejection);
        }
        return done(redirectAttributes, "REMOVE_PASSKEYS", username);
    }

    @PostMapping(DeskUrls.ACCOUNTS)
    ModelAndView change(
            @RequestParam AccountAction act,
            @RequestParam String username,
            Principal admin,
            HttpServletRequest request,
            RedirectAttributes redirectAttributes) {
        try {
            accounts.change(username, act, admin.getName());
        } catch (AccountChangeRejectedException rejection) {
            return rejected(request, rejection);
        }
        return done(redirectAttributes, act.name(), username);
    }

    private static ModelAndView done(RedirectAttributes redirectAttributes, String act, String username) {
        redirectAttributes.addFlashAttribute("notice", "accounts.done." + act);
        redirectAttributes.addFlashAttribute("noticeArgument", username);
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.ACCOUNTS));
    }

    private ModelAndView rejected(HttpServletRequest request, AccountChangeRejectedException rejection) {
        var result = emptyForm();
        var codes = new String[] {"accounts.rejected." + rejection.reason()};
        var arguments = new Object[] {rejection.username()};
        var field = "account-" + rejection.username();
        result.addError(new FieldError(result.getObjectName(), field, null, false, codes, arguments, null));
        return page(request, HttpStatus.CONFLICT, result);
    }

    private static void rejectUsername(BindingResult result, String code, AccountForm form) {
        result.rejectValue("username", code, new Object[] {form.normalizedUsername()}, null);
    }

    private static BindingResult emptyForm() {
        return new BeanPropertyBindingResult(AccountForm.EMPTY, "accountForm");
    }

    /** The password is in this response only: a redirect would have to keep it until the next request. */
    private ModelAndView pageWithPassword(HttpServletRequest request, String act, GeneratedPassword password) {
        return page(request, HttpStatus.OK, emptyForm())
                .addObject("notice", "accounts.done." + act)
                .addObject("noticeArgument", password.username())
                .addObject("generatedPassword", password);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, BindingResult result) {
        var page = new ModelAndView("desk/accounts", status);
        page.addAllObjects(result.getModel());
        page.addObject("accounts", accounts.findAll());
        page.addObject("passkeyCounts", passkeyMode.isOn() ? passkeys.countByUsername() : Map.of());
        page.addObject("currentUser", request.getRemoteUser());
        page.addObject("formKey", UUID.randomUUID());
        return page;
    }
}
