package dev.certpath.web.desk.account;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.PasskeyMode;
import dev.certpath.accounts.PasswordPolicy;
import dev.certpath.web.desk.DeskUrls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets advisors change their own password. */
@Controller
class PasswordController {

    private final AccountService accounts;
    private final PasswordPolicy policy;
    private final SessionLifetime sessions;
    private final PasskeyMode passkeyMode;
    private final DeviceCookie deviceCookie;

    PasswordController(
            AccountService accounts,
            PasswordPolicy policy,
            SessionLifetime sessions,
            PasskeyMode passkeyMode,
            DeviceCookie deviceCookie) {
        this.accounts = accounts;
        this.policy = policy;
        this.sessions = sessions;
        this.passkeyMode = passkeyMode;
        this.deviceCookie = deviceCookie;
    }

    @InitBinder("passwordForm")
    void addValidator(WebDataBinder binder, Principal advisor) {
        binder.addValidators(new PasswordFormValidator(policy, advisor.getName()));
    }

    @GetMapping(DeskUrls.PASSWORD)
    ModelAndView form(Principal advisor) {
        return page(advisor, HttpStatus.OK).addObject(PasswordForm.EMPTY);
    }

    @PostMapping(DeskUrls.PASSWORD)
    ModelAndView change(
            @Valid PasswordForm form,
            BindingResult result,
            Principal advisor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirectAttributes) {
        if (result.hasErrors()) {
            return page(advisor, HttpStatus.BAD_REQUEST);
        }
        var changed = accounts.changePassword(advisor.getName(), form.current(), form.wanted());
        if (changed.isEmpty()) {
            result.rejectValue("current", "wrong");
            return page(advisor, HttpStatus.BAD_REQUEST);
        }
        request.changeSessionId();
        sessions.start(request, changed.get().generation());
        deviceCookie.issue(changed.get(), request, response);
        redirectAttributes.addFlashAttribute("notice", "password.changed");
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.QUEUE));
    }

    private ModelAndView page(Principal advisor, HttpStatus status) {
        var account = accounts.find(advisor.getName());
        var page = new ModelAndView("desk/password", status);
        page.addObject("username", advisor.getName());
        page.addObject("passkeysOn", passkeyMode.isOn());
        page.addObject(
                "mustChangePassword",
                account.filter(Account::mustChangePassword).isPresent());
        return page;
    }
}
