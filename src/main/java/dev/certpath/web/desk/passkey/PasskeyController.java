package dev.certpath.web.desk.passkey;

import dev.certpath.accounts.Passkey;
import dev.certpath.accounts.PasskeyMode;
import dev.certpath.accounts.PasskeyService;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.account.SessionLifetime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists an advisor's own passkeys, renames and removes them. A script adds a passkey; the filters of Spring Security verify
 * and save it. The parameter {@code act} of a form is {@code RENAME} or {@code REMOVE}.
 */
@Controller
class PasskeyController {

    private final PasskeyMode mode;
    private final PasskeyService passkeys;
    private final SessionLifetime sessions;
    private final SecondFactorPolicy secondFactor;
    private final PasskeyPages pages;

    PasskeyController(
            PasskeyMode mode,
            PasskeyService passkeys,
            SessionLifetime sessions,
            SecondFactorPolicy secondFactor,
            PasskeyPages pages) {
        this.mode = mode;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.pages = pages;
    }

    @GetMapping(DeskUrls.PASSKEYS)
    ModelAndView list(Authentication user, HttpServletRequest request) {
        PasskeysOffException.throwUnlessOn(mode);
        var noErrors = new BeanPropertyBindingResult(new PasskeyForm(null), "passkeyForm");
        return page(HttpStatus.OK, user, request, noErrors, null);
    }

    @PostMapping(path = DeskUrls.PASSKEYS, params = "act=RENAME")
    ModelAndView rename(
            @RequestParam String id,
            @Valid PasskeyForm form,
            BindingResult result,
            Authentication user,
            HttpServletRequest request,
            RedirectAttributes redirectAttributes) {
        PasskeysOffException.throwUnlessOn(mode);
        if (result.hasErrors()) {
            return page(HttpStatus.BAD_REQUEST, user, request, result, id);
        }
        return done(passkeys.rename(user.getName(), id, form.name()), "renamed", redirectAttributes);
    }

    @PostMapping(path = DeskUrls.PASSKEYS, params = "act=REMOVE")
    ModelAndView remove(
            @RequestParam String id,
            Authentication user,
            HttpServletRequest request,
            RedirectAttributes redirectAttributes) {
        PasskeysOffException.throwUnlessOn(mode);
        var removal = passkeys.remove(user.getName(), id, secondFactor.isRequiredOf(user));
        if (removal == PasskeyService.Removal.NEEDED) {
            return page(HttpStatus.CONFLICT, user, request, needed(user, id), id);
        }
        if (removal == PasskeyService.Removal.REMOVED) {
            sessions.keep(request, user.getName());
        }
        return done(removal == PasskeyService.Removal.REMOVED, "removed", redirectAttributes);
    }

    private BindingResult needed(Authentication user, String id) {
        var name = passkeys.findAll(user.getName()).stream()
                .filter(own -> own.id().equals(id))
                .map(Passkey::name)
                .findFirst()
                .orElse("");
        var result = new BeanPropertyBindingResult(new PasskeyForm(name), "passkeyForm");
        result.rejectValue("name", "needed");
        return result;
    }

    /** Redirects to the list; a passkey that does not exist any more was removed in another tab. */
    private static ModelAndView done(boolean found, String notice, RedirectAttributes redirectAttributes) {
        redirectAttributes.addFlashAttribute("notice", "passkeys.done." + (found ? notice : "missing"));
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.PASSKEYS));
    }

    private ModelAndView page(
            HttpStatus status,
            Authentication user,
            HttpServletRequest request,
            BindingResult result,
            @Nullable String renamedId) {
        var page = new ModelAndView("desk/passkeys", status);
        page.addAllObjects(result.getModel());
        var own = passkeys.findAll(user.getName());
        page.addObject("passkeys", own);
        page.addObject("renamedId", Objects.requireNonNullElse(renamedId, ""));
        page.addObject("canAdd", own.size() < PasskeyService.MAX_PER_ACCOUNT);
        page.addObject("maxNameLength", PasskeyForm.MAX_LENGTH);
        page.addObject("required", secondFactor.isRequiredOf(user));
        pages.addTo(page, request, user);
        return page;
    }
}
