package dev.certpath.web.desk.guide;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.Draft;
import dev.certpath.editions.DraftConflictException;
import dev.certpath.editions.DraftService;
import dev.certpath.editions.EditionComparison;
import dev.certpath.web.desk.GuideUrls;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Builds the page of the draft and its preview. */
@Component
class DraftPages {

    private final DraftService drafts;
    private final DryRunPages dryRuns;
    private final CurrentGuide currentGuide;
    private final EditionHistory history;

    DraftPages(DraftService drafts, DryRunPages dryRuns, CurrentGuide currentGuide, EditionHistory history) {
        this.drafts = drafts;
        this.dryRuns = dryRuns;
        this.currentGuide = currentGuide;
        this.history = history;
    }

    /** The page of the draft with a rule in sight, or the page that begins one. An empty code is no rule. */
    ModelAndView draft(String rule) {
        var page = draft(HttpStatus.OK);
        page.addObject("ruleCode", rule);
        drafts.find()
                .flatMap(draft -> RuleExcerpt.find(rule, draft.content()))
                .ifPresent(excerpt -> page.addObject("rule", excerpt));
        return page;
    }

    /** Begins to count what a text changes that was saved as the draft, if it is a valid edition. */
    void beginDryRun(String content) {
        drafts.check(content).validGuide().ifPresent(guide -> dryRuns.begin(content, guide));
    }

    /** The page of the draft, or the page that begins one. */
    ModelAndView draft(HttpStatus status) {
        return drafts.find()
                .map(draft -> page(draft, bind(DraftForm.of(draft)), noPublication(), status))
                .orElseGet(() -> noDraft(status));
    }

    /** The page of the draft with what is wrong with its publication. */
    ModelAndView draft(HttpStatus status, BindingResult publication) {
        return drafts.find()
                .map(draft -> page(draft, bind(DraftForm.of(draft)), publication, status))
                .orElseGet(() -> draftGone(status).addObject("lostReason", publication.getFieldValue("reason")));
    }

    /** The page of the draft, or the page that begins one, after another admin was faster. */
    ModelAndView conflict() {
        return drafts.find().isPresent()
                ? draft(HttpStatus.CONFLICT).addObject("notice", "guide.draft.conflict")
                : draftGone(HttpStatus.CONFLICT);
    }

    /** The page of the draft with a text that was not kept, and why. */
    ModelAndView rejected(BindingResult form, HttpStatus status) {
        return drafts.find()
                .map(draft -> page(draft, form, noPublication(), status))
                .orElseGet(() -> draftGone(status).addObject("lostContent", form.getFieldValue("content")));
    }

    /**
     * The page of the draft with a text that was not kept, because another admin changed the draft. Saving it once more
     * replaces what the other admin wrote, which the page shows.
     */
    ModelAndView conflict(DraftForm form, DraftConflictException conflict) {
        var current = conflict.current();
        if (current.isEmpty()) {
            return draftGone(HttpStatus.CONFLICT).addObject("lostContent", form.content());
        }
        var result = bind(new DraftForm(current.get().version(), form.content()));
        result.rejectValue(
                "content", "conflict", new Object[] {current.get().changedBy().orElse("")}, null);
        return page(current.get(), result, noPublication(), HttpStatus.CONFLICT)
                .addObject("otherContent", current.get().content());
    }

    /** The questions and rules of the draft, as students will see them. */
    ModelAndView preview() {
        var draft = drafts.find().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var guide = drafts.check(draft.content()).guide();
        return new ModelAndView("desk/guide-preview").addObject("preview", guide.orElse(null));
    }

    private ModelAndView draftGone(HttpStatus status) {
        return noDraft(status).addObject("notice", "guide.draft.gone");
    }

    private ModelAndView noDraft(HttpStatus status) {
        var page = new ModelAndView("desk/guide-draft-start", status);
        page.addObject("numbers", currentGuide.findEditionNumbers());
        page.addObject("source", currentGuide.get().source());
        return page;
    }

    private ModelAndView page(Draft draft, BindingResult form, BindingResult publication, HttpStatus status) {
        var page = new ModelAndView("desk/guide-draft", status);
        var check = drafts.check(draft.content());
        page.addAllObjects(form.getModel());
        page.addAllObjects(publication.getModel());
        page.addObject("draft", draft);
        page.addObject("number", drafts.nextNumber());
        page.addObject("violations", DraftViolation.of(check.violations(), draft.content()));
        page.addObject("furtherViolations", check.violations().size() - DraftViolation.MAX_LISTED);
        page.addObject(
                "comparison",
                check.guide()
                        .map(guide -> EditionComparison.of(currentGuide.guide(), guide))
                        .orElse(null));
        page.addObject("source", currentGuide.get().source());
        page.addObject("pending", history.pending());
        if (currentGuide.get().source().isEditable()) {
            check.validGuide().ifPresent(guide -> dryRuns.addTo(page, draft.content(), guide, GuideUrls.DRAFT_VERSION));
        }
        return page;
    }

    private static BindingResult bind(DraftForm form) {
        return new BeanPropertyBindingResult(form, DraftForm.MODEL_ATTRIBUTE);
    }

    private static BindingResult noPublication() {
        return new BeanPropertyBindingResult(PublicationForm.EMPTY, PublicationForm.MODEL_ATTRIBUTE);
    }
}
