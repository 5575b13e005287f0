package dev.certpath.web.desk.account;

import dev.certpath.accounts.AccountChangeLog;
import dev.certpath.web.desk.DeskUrls;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows admins what was done to accounts, the latest first. */
@Controller
class AccountChangesController {

    static final int PAGE_SIZE = 50;

    private static final String FIRST_PAGE = "9223372036854775807"; // no change has a higher number

    private final AccountChangeLog changes;

    AccountChangesController(AccountChangeLog changes) {
        this.changes = changes;
    }

    @GetMapping(DeskUrls.ACCOUNT_CHANGES)
    ModelAndView list(@RequestParam(defaultValue = FIRST_PAGE) long before) {
        var found = changes.findBefore(before, PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        var page = new ModelAndView("desk/account-changes");
        page.addObject("changes", shown);
        if (found.size() > PAGE_SIZE) {
            page.addObject("olderThan", shown.get(PAGE_SIZE - 1).id());
        }
        return page;
    }
}
