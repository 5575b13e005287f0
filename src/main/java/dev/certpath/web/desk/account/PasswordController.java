package dev.certpath.web.desk.account;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.PasswordPolicy;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.FormViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets advisors change their own password. */
@Controller
class PasswordController {

    private final AccountService accounts;
    private final PasswordPolicy policy;
    private final SessionLifetime sessions;
    private final FormMessages messages;

    PasswordController(
            AccountService accounts, PasswordPolicy policy, SessionLifetime sessions, FormMessages messages) {
        this.accounts = accounts;
        this.policy = policy;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping(DeskUrls.PASSWORD)
    ModelAndView form(Principal advisor) {
        return page(advisor, HttpStatus.OK, List.of());
    }

    @PostMapping(DeskUrls.PASSWORD)
    ModelAndView change(
            PasswordForm form, Principal advisor, HttpServletRequest request, RedirectAttributes redirectAttributes) {
        var violations = form.violations(advisor.getName(), policy);
        if (!violations.isEmpty()) {
            return page(advisor, HttpStatus.BAD_REQUEST, violations);
        }
        var changed = accounts.changePassword(advisor.getName(), form.current(), form.wanted());
        if (changed.isEmpty()) {
            return page(
                    advisor, HttpStatus.BAD_REQUEST, List.of(new FormViolation("current", "password.current.wrong")));
        }
        request.changeSessionId();
        sessions.start(request, changed.get().generation());
        redirectAttributes.addFlashAttribute("notice", "password.changed");
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.QUEUE));
    }

    private ModelAndView page(Principal advisor, HttpStatus status, List<FormViolation> violations) {
        var page = new ModelAndView("desk/password", status);
        page.addObject("username", advisor.getName());
        page.addObject(
                "mustChangePassword",
                accounts.find(advisor.getName())
                        .filter(Account::mustChangePassword)
                        .isPresent());
        messages.addErrors(page, violations);
        return page;
    }
}
