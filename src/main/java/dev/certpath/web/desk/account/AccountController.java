package dev.certpath.web.desk.account;

import dev.certpath.accounts.AccountAction;
import dev.certpath.accounts.AccountChangeRejectedException;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.GeneratedPassword;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.FormViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts: who may come to the desk, and what admins do about it. Every form says in {@code act} what it is for. */
@Controller
class AccountController {

    private static final String GENERATED_PASSWORD = GeneratedPassword.class.getName();

    private final AccountService accounts;
    private final FormMessages words;
    private final Clock clock;

    AccountController(AccountService accounts, FormMessages words, Clock clock) {
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(DeskUrls.ACCOUNTS)
    ModelAndView list(HttpServletRequest request) {
        return page(request, HttpStatus.OK, AccountForm.EMPTY, List.of());
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=ADD")
    ModelAndView add(AccountForm form, HttpServletRequest request, RedirectAttributes nextPage) {
        var problems = form.problems();
        if (!problems.isEmpty()) {
            return page(request, HttpStatus.BAD_REQUEST, form, problems);
        }
        var password = GeneratedPassword.of(form.keptUsername());
        if (!accounts.add(password.username(), password.text(), form.chosenRole(), true)) {
            var taken = new FormViolation("username", "accounts.username.taken", password.username());
            return page(request, HttpStatus.CONFLICT, form, List.of(taken));
        }
        keep(password, request);
        return done(nextPage, "ADD", password.username());
    }

    @PostMapping(path = DeskUrls.ACCOUNTS, params = "act=RESET")
    ModelAndView resetPassword(
            @RequestParam String username, Principal admin, HttpServletRequest request, RedirectAttributes nextPage) {
        var password = GeneratedPassword.of(username);
        try {
            accounts.resetPassword(username, password.text(), admin.getName());
        } catch (AccountChangeRejectedException refusal) {
            return refused(request, refusal);
        }
        keep(password, request);
        return done(nextPage, "RESET", username);
    }

    @PostMapping(DeskUrls.ACCOUNTS)
    ModelAndView change(
            @RequestParam AccountAction act,
            @RequestParam String username,
            Principal admin,
            HttpServletRequest request,
            RedirectAttributes nextPage) {
        try {
            accounts.change(username, act, admin.getName());
        } catch (AccountChangeRejectedException refusal) {
            return refused(request, refusal);
        }
        return done(nextPage, act.name(), username);
    }

    private static ModelAndView done(RedirectAttributes nextPage, String act, String username) {
        nextPage.addFlashAttribute("notice", "accounts.done." + act);
        nextPage.addFlashAttribute("noticeAbout", username);
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.ACCOUNTS));
    }

    private ModelAndView refused(HttpServletRequest request, AccountChangeRejectedException refusal) {
        var code = "accounts.rejected." + refusal.reason();
        var problem = new FormViolation("account-" + refusal.username(), code, refusal.username());
        return page(request, HttpStatus.CONFLICT, AccountForm.EMPTY, List.of(problem));
    }

    /**
     * Keeps a generated password in the session until the next page shows it. A flash attribute would not do: of two that
     * a double click makes, it would show the older one, which is no longer accepted.
     */
    private static void keep(GeneratedPassword password, HttpServletRequest request) {
        request.getSession().setAttribute(GENERATED_PASSWORD, password);
    }

    private static Optional<GeneratedPassword> takePassword(HttpServletRequest request) {
        var session = request.getSession();
        var password =
                Optional.ofNullable(session.getAttribute(GENERATED_PASSWORD)).map(GeneratedPassword.class::cast);
        session.removeAttribute(GENERATED_PASSWORD);
        return password;
    }

    private ModelAndView page(
            HttpServletRequest request, HttpStatus status, AccountForm form, List<FormViolation> problems) {
        var page = new ModelAndView("desk/accounts", status);
        page.addObject("rows", accounts.list());
        page.addObject("now", clock.instant());
        page.addObject("self", request.getRemoteUser());
        page.addObject("form", form);
        takePassword(request).ifPresent(password -> page.addObject("madeUp", password));
        words.tell(page, problems);
        return page;
    }
}
