package dev.certpath.web.desk.guide;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.pins.NewPin;
import dev.certpath.editions.pins.Pin;
import dev.certpath.editions.pins.PinService;
import dev.certpath.guide.Guide;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.GuideUrls;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets admins set, change and lift pins. */
@Controller
class PinController {

    private final PinService pins;
    private final PinPages pages;
    private final CurrentGuide currentGuide;

    PinController(PinService pins, PinPages pages, CurrentGuide currentGuide) {
        this.pins = pins;
        this.pages = pages;
        this.currentGuide = currentGuide;
    }

    @GetMapping(GuideUrls.PINS)
    ModelAndView pins() {
        return pages.list();
    }

    /** The form that sets a pin, with the answers and the decision of a case if there is one. */
    @GetMapping(GuideUrls.NEW_PIN)
    ModelAndView newPin(@RequestParam(name = "case") Optional<String> caseId) {
        return caseId.map(pages::newPinOfCase).orElseGet(pages::newPin);
    }

    @PostMapping(GuideUrls.NEW_PIN)
    ModelAndView set(
            PinForm form,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal admin,
            RedirectAttributes redirectAttributes) {
        var answers = PinAnswers.read(parameters, guide());
        var answerErrors = answers.validate(guide());
        var result = bind(form);
        form.validate(guide(), result);
        if (result.hasErrors() || answerErrors.hasErrors()) {
            return pages.newPin(answers, answerErrors, result, HttpStatus.BAD_REQUEST);
        }
        var existing = pins.set(new NewPin(
                answers.codes(),
                form.firsts(),
                form.reason(),
                Optional.of(admin.getName()),
                pages.findCase(form.caseId())));
        return existing.map(pin -> pages.newPin(answers, answerErrors, result, HttpStatus.CONFLICT)
                        .addObject("existing", pin.id()))
                .orElseGet(() -> done("set", redirectAttributes));
    }

    @GetMapping(GuideUrls.PIN)
    ModelAndView pin(@PathVariable long number) {
        var pin = find(number);
        return pages.pin(
                pin,
                HttpStatus.OK,
                bind(new PinForm(pin.firsts(), "", "")),
                bind(PinLiftForm.EMPTY, PinLiftForm.MODEL_ATTRIBUTE));
    }

    @PostMapping(path = GuideUrls.PIN, params = "act=change")
    ModelAndView change(
            @PathVariable long number, PinForm form, Principal admin, RedirectAttributes redirectAttributes) {
        var pin = find(number);
        var result = bind(form);
        form.validate(guide(), result);
        if (result.hasErrors()) {
            return pages.pin(pin, HttpStatus.BAD_REQUEST, result, bind(PinLiftForm.EMPTY, PinLiftForm.MODEL_ATTRIBUTE));
        }
        var changed =
                new NewPin(pin.answers(), form.firsts(), form.reason(), Optional.of(admin.getName()), pin.caseId());
        boolean isChanged = pins.replace(number, changed, admin.getName());
        return done(isChanged ? "changed" : "too-late", redirectAttributes);
    }

    @PostMapping(path = GuideUrls.PIN, params = "act=lift")
    ModelAndView lift(
            @PathVariable long number, PinLiftForm form, Principal admin, RedirectAttributes redirectAttributes) {
        var pin = find(number);
        var result = bind(form, PinLiftForm.MODEL_ATTRIBUTE);
        form.validate(result);
        if (result.hasErrors()) {
            return pages.pin(pin, HttpStatus.BAD_REQUEST, bind(new PinForm(pin.firsts(), "", "")), result);
        }
        boolean isLifted = pins.lift(number, form.liftReason(), admin.getName());
        return done(isLifted ? "lifted" : "too-late", redirectAttributes);
    }

    private Pin find(long number) {
        return pins.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Guide guide() {
        return currentGuide.guide();
    }

    private static ModelAndView done(String what, RedirectAttributes redirectAttributes) {
        redirectAttributes.addFlashAttribute("notice", "pins.done." + what);
        return new ModelAndView(DeskUrls.seeOther(GuideUrls.PINS));
    }

    private static BindingResult bind(PinForm form) {
        return bind(form, PinForm.MODEL_ATTRIBUTE);
    }

    private static BindingResult bind(Object form, String name) {
        return new BeanPropertyBindingResult(form, name);
    }
}
