package dev.certpath.desk;

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

    private final AccountBook accounts;
    private final PasswordRules rules;
    private final Visits visits;
    private final FormWords words;

    PasswordController(AccountBook accounts, PasswordRules rules, Visits visits, FormWords words) {
        this.accounts = accounts;
        this.rules = rules;
        this.visits = visits;
        this.words = words;
    }

    @GetMapping(DeskAddresses.PASSWORD)
    ModelAndView form(Principal advisor) {
        return page(advisor, HttpStatus.OK, List.of());
    }

    @PostMapping(DeskAddresses.PASSWORD)
    ModelAndView change(PasswordForm form, Principal advisor, HttpServletRequest request, RedirectAttributes nextPage) {
        var problems = form.problems(advisor.getName(), rules);
        if (!problems.isEmpty()) {
            return page(advisor, HttpStatus.BAD_REQUEST, problems);
        }
        var changed = accounts.changePassword(advisor.getName(), form.current(), form.wanted());
        if (changed.isEmpty()) {
            return page(advisor, HttpStatus.BAD_REQUEST, List.of(new FormProblem("current", "password.current.wrong")));
        }
        request.changeSessionId();
        visits.begin(request, changed.get().generation());
        nextPage.addFlashAttribute("notice", "password.changed");
        return new ModelAndView(DeskAddresses.seeOther(DeskAddresses.QUEUE));
    }

    private ModelAndView page(Principal advisor, HttpStatus status, List<FormProblem> problems) {
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
