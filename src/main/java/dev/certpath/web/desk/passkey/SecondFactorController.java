package dev.certpath.web.desk.passkey;

import dev.certpath.accounts.PasskeyMode;
import dev.certpath.accounts.PasskeyService;
import dev.certpath.web.desk.DeskUrls;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a passkey after the password. A script sends it to a filter of Spring Security. */
@Controller
class SecondFactorController {

    private final PasskeyMode mode;
    private final PasskeyService passkeys;
    private final SecondFactorPolicy secondFactor;
    private final PasskeyPages pages;

    SecondFactorController(
            PasskeyMode mode, PasskeyService passkeys, SecondFactorPolicy secondFactor, PasskeyPages pages) {
        this.mode = mode;
        this.passkeys = passkeys;
        this.secondFactor = secondFactor;
        this.pages = pages;
    }

    @GetMapping(DeskUrls.SECOND_FACTOR)
    ModelAndView askForPasskey(Authentication user, HttpServletRequest request) {
        PasskeysOffException.throwUnlessOn(mode);
        if (!secondFactor.isMissing(user)) {
            return new ModelAndView(DeskUrls.seeOther(DeskUrls.QUEUE));
        }
        if (!passkeys.hasPasskey(user.getName())) {
            return new ModelAndView(DeskUrls.seeOther(DeskUrls.PASSKEYS));
        }
        var page = new ModelAndView("desk/second-factor");
        pages.addTo(page, request, user);
        return page;
    }
}
