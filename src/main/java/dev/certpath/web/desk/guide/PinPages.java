package dev.certpath.web.desk.guide;

import dev.certpath.cases.AdvisorDecision;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.DraftService;
import dev.certpath.editions.pins.Pin;
import dev.certpath.editions.pins.PinResult;
import dev.certpath.editions.pins.PinService;
import dev.certpath.recommend.Recommendation.Answered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Builds the pages about pins. */
@Component
class PinPages {

    private final PinService pins;
    private final PinViewFactory views;
    private final DraftService drafts;
    private final CurrentGuide currentGuide;
    private final CaseService cases;

    PinPages(PinService pins, PinViewFactory views, DraftService drafts, CurrentGuide currentGuide, CaseService cases) {
        this.pins = pins;
        this.views = views;
        this.drafts = drafts;
        this.currentGuide = currentGuide;
        this.cases = cases;
    }

    /** The list of pins, with what the edition in force and the draft do with them. */
    ModelAndView list() {
        var guide = currentGuide.guide();
        var page = new ModelAndView("desk/guide-pins");
        page.addObject("pins", views.of(pins.check(guide), guide));
        page.addObject("lifted", views.ofPins(pins.findLifted(), guide));
        page.addObject("current", guide);
        drafts.find()
                .flatMap(draft -> drafts.check(draft.content()).guide())
                .ifPresent(draft -> page.addObject("underDraft", byPin(pins.check(draft))));
        return page;
    }

    /** The form that sets a pin by hand. */
    ModelAndView newPin() {
        return newPin(PinAnswers.none(), noAnswerErrors(PinAnswers.none()), bind(PinForm.EMPTY), HttpStatus.OK);
    }

    /** The form that sets a pin from a case: its answers lead to what an advisor decided, or else to what was recommended. */
    ModelAndView newPinOfCase(String id) {
        var saved = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var answers = new LinkedMultiValueMap<String, String>();
        for (Answered answered : saved.recommendation().answered()) {
            answers.put(answered.question(), answered.codes());
        }
        var read = PinAnswers.read(answers, currentGuide.guide());
        var form = new PinForm(List.of(first(saved)), "", id);
        return newPin(read, read.validate(currentGuide.guide()), bind(form), HttpStatus.OK);
    }

    /** The form that sets a pin, with what is wrong with it. */
    ModelAndView newPin(PinAnswers answers, BindingResult answerErrors, BindingResult form, HttpStatus status) {
        var page = new ModelAndView("desk/guide-pin-new", status);
        page.addAllObjects(form.getModel());
        page.addObject(PinAnswers.MODEL_ATTRIBUTE, answers);
        page.addObject("answerErrors", answerErrors.getFieldErrors());
        page.addObject("guide", currentGuide.guide());
        return page;
    }

    /** The page that changes or lifts a pin. */
    ModelAndView pin(Pin pin, HttpStatus status, BindingResult change, BindingResult lift) {
        var guide = currentGuide.guide();
        var page = new ModelAndView("desk/guide-pin", status);
        page.addAllObjects(change.getModel());
        page.addAllObjects(lift.getModel());
        page.addObject("view", views.of(pin, guide));
        page.addObject("guide", guide);
        return page;
    }

    /** The id of a case, if there is one with it. */
    Optional<String> findCase(String id) {
        return cases.find(id).map(SavedRecommendation::id);
    }

    private Map<Long, PinView.Actual> byPin(List<PinResult> results) {
        var byPin = new HashMap<Long, PinView.Actual>();
        results.forEach(result -> byPin.put(result.pin().id(), PinViewFactory.actual(result, currentGuide.guide())));
        return byPin;
    }

    private static String first(SavedRecommendation saved) {
        return saved.decision()
                .map(AdvisorDecision::first)
                .orElseGet(() -> saved.recommendation().first().track());
    }

    private static BindingResult noAnswerErrors(PinAnswers answers) {
        return new BeanPropertyBindingResult(answers, PinAnswers.MODEL_ATTRIBUTE);
    }

    private static BindingResult bind(PinForm form) {
        return new BeanPropertyBindingResult(form, PinForm.MODEL_ATTRIBUTE);
    }
}
