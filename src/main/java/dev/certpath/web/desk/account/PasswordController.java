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

/** The page where advisors change their own password. */
@Controller
class PasswordController {

    private final AccountService accounts;
    private final PasswordPolicy rules;
    private final SessionLifetime visits;
    private final FormMessages words;

    PasswordController(AccountService accounts, PasswordPolicy rules, SessionLifetime visits, FormMessages words) {
        this.accounts = accounts;
        this.rules = rules;
        this.visits = visits;
        this.words = words;
    }

    @GetMapping(DeskUrls.PASSWORD)
    ModelAndView form(Principal advisor) {
        return page(advisor, HttpStatus.OK, List.of());
    }

    @PostMapping(DeskUrls.PASSWORD)
    ModelAndView change(PasswordForm form, Principal advisor, HttpServletRequest request, RedirectAttributes nextPage) {
        var problems = form.problems(advisor.getName(), rules);
        if (!problems.isEmpty()) {
            return page(advisor, HttpStatus.BAD_REQUEST, problems);
        }
        var changed = accounts.changePassword(advisor.getName(), form.current(), form.wanted());
        if (changed.isEmpty()) {
            return page(
                    advisor, HttpStatus.BAD_REQUEST, List.of(new FormViolation("current", "password.current.wrong")));
        }
        request.changeSessionId();
        visits.begin(request, changed.get().generation());
        nextPage.addFlashAttribute("notice", "password.changed");
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.QUEUE));
    }

    private ModelAndView page(Principal advisor, HttpStatus status, List<FormViolation> problems) {
        var page = new ModelAndView("desk/password", status);
        page.addObject("username", advisor.getName());
        page.addObject(
                "mustChange",
                accounts.find(advisor.getName())
                        .filter(Account::mustChangePassword)
                        .isPresent());
        words.tell(page, problems);
        return page;
    }
}
