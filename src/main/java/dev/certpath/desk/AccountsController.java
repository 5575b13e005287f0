package dev.certpath.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts: who may come to the desk, and what admins do about it. Every form says in {@code act} what it is for. */
@Controller
class AccountsController {

    private final AccountBook accounts;
    private final FormWords words;
    private final Clock clock;

    AccountsController(AccountBook accounts, FormWords words, Clock clock) {
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(DeskAddresses.ACCOUNTS)
    ModelAndView list(HttpServletRequest request) {
        return page(request, HttpStatus.OK, AccountForm.EMPTY, List.of());
    }

    @PostMapping(path = DeskAddresses.ACCOUNTS, params = "act=ADD")
    ModelAndView add(AccountForm form, HttpServletRequest request, RedirectAttributes nextPage) {
        var problems = form.problems();
        if (!problems.isEmpty()) {
            return page(request, HttpStatus.BAD_REQUEST, form, problems);
        }
        var password = MadeUpPassword.of(form.keptUsername());
        if (!accounts.add(password.username(), password.text(), form.chosenRole(), true)) {
            var taken = new FormProblem("username", "accounts.username.taken", password.username());
            return page(request, HttpStatus.CONFLICT, form, List.of(taken));
        }
        password.keep(request);
        return done(nextPage, "ADD", password.username());
    }

    @PostMapping(path = DeskAddresses.ACCOUNTS, params = "act=RESET")
    ModelAndView resetPassword(
            @RequestParam String username, Principal admin, HttpServletRequest request, RedirectAttributes nextPage) {
        var password = MadeUpPassword.of(username);
        try {
            accounts.resetPassword(username, password.text(), admin.getName());
        } catch (RefusedChange refusal) {
            return refused(request, refusal);
        }
        password.keep(request);
        return done(nextPage, "RESET", username);
    }

    @PostMapping(DeskAddresses.ACCOUNTS)
    ModelAndView change(
            @RequestParam AccountChange act,
            @RequestParam String username,
            Principal admin,
            HttpServletRequest request,
            RedirectAttributes nextPage) {
        try {
            accounts.change(username, act, admin.getName());
        } catch (RefusedChange refusal) {
            return refused(request, refusal);
        }
        return done(nextPage, act.name(), username);
    }

    private static ModelAndView done(RedirectAttributes nextPage, String act, String username) {
        nextPage.addFlashAttribute("notice", "accounts.done." + act);
        nextPage.addFlashAttribute("noticeAbout", username);
        return new ModelAndView(DeskAddresses.seeOther(DeskAddresses.ACCOUNTS));
    }

    private ModelAndView refused(HttpServletRequest request, RefusedChange refusal) {
        return page(request, HttpStatus.CONFLICT, AccountForm.EMPTY, List.of(refusal.problem()));
    }

    private ModelAndView page(
            HttpServletRequest request, HttpStatus status, AccountForm form, List<FormProblem> problems) {
        var page = new ModelAndView("desk/accounts", status);
        page.addObject("rows", accounts.list());
        page.addObject("now", clock.instant());
        page.addObject("self", request.getRemoteUser());
        page.addObject("form", form);
        MadeUpPassword.take(request).ifPresent(password -> page.addObject("madeUp", password));
        words.tell(page, problems);
        return page;
    }
}
