package dev.certpath.web.desk.guide;

import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.ExamChange;
import dev.certpath.editions.ExamRevisionService;
import dev.certpath.editions.ExamsModifiedException;
import dev.certpath.editions.StoredExams;
import dev.certpath.guide.Exam;
import dev.certpath.guide.InvalidGuideException;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.DeskUrls;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists the exams, for admins, and changes the facts about one after a confirmation. Each form has the number of the revision
 * that its page shows: where someone else has changed the exam since, nothing is saved, and the form has what was entered.
 */
@Controller
class ExamController {

    private final ExamRevisionService revisions;
    private final ExamFormValidator validator;
    private final ExamPages pages;
    private final DeskMessages messages;
    private final CurrentDate currentDate;

    ExamController(
            ExamRevisionService revisions,
            ExamFormValidator validator,
            ExamPages pages,
            DeskMessages messages,
            CurrentDate currentDate) {
        this.revisions = revisions;
        this.validator = validator;
        this.pages = pages;
        this.messages = messages;
        this.currentDate = currentDate;
    }

    @GetMapping(DeskUrls.EXAMS)
    ModelAndView list() {
        return pages.list(HttpStatus.OK, bind(CheckForm.EMPTY, "checkForm"));
    }

    @GetMapping(DeskUrls.EXAM)
    ModelAndView exam(@PathVariable String code) {
        var exams = revisions.findLatest();
        var exam = find(code, exams);
        var form = ExamForm.of(exam, revisions.isReadOnly() ? exam.checked() : currentDate.get());
        return pages.form(code, exams.revision(), HttpStatus.OK, bind(form, "examForm"));
    }

    /** Shows what a change would do. */
    @PostMapping(DeskUrls.EXAM)
    ModelAndView confirm(
            @PathVariable String code,
            @RequestParam int revision,
            @Valid ExamForm form,
            BindingResult result,
            Principal admin) {
        return change(code, revision, form, result, () -> {
            var changed = revisions.preview(change(code, revision, form, admin));
            return pages.confirmation(code, changed, result);
        });
    }

    /** Shows the form again, with what was entered. */
    @PostMapping(path = DeskUrls.EXAM, params = "act=edit")
    ModelAndView edit(
            @PathVariable String code, @RequestParam int revision, @Valid ExamForm form, BindingResult result) {
        checkChangeable(code, revision);
        return pages.form(code, revision, HttpStatus.OK, bind(form, "examForm"));
    }

    @PostMapping(path = DeskUrls.EXAM, params = "act=save")
    ModelAndView save(
            @PathVariable String code,
            @RequestParam int revision,
            @Valid ExamForm form,
            BindingResult result,
            Principal admin,
            RedirectAttributes redirectAttributes) {
        return change(code, revision, form, result, () -> {
            revisions.save(change(code, revision, form, admin));
            return done(redirectAttributes, "exams.done.changed", code);
        });
    }

    @PostMapping(path = DeskUrls.EXAMS, params = "act=check")
    ModelAndView check(
            @RequestParam int revision,
            @Valid CheckForm form,
            BindingResult result,
            Principal admin,
            RedirectAttributes redirectAttributes) {
        checkChangeable(form.exam(), revision);
        if (result.hasErrors()) {
            return pages.list(HttpStatus.BAD_REQUEST, result);
        }
        var today = currentDate.get().toString();
        var source = source("exams.source.checked", form.source(), today);
        try {
            revisions.save(
                    new ExamChange(form.exam(), revision, Map.of("checked", today), source, admin.getName(), ""));
            return done(redirectAttributes, "exams.done.checked", form.exam());
        } catch (ExamsModifiedException modified) {
            result.rejectValue("source", "modified", modifiedBy(modified), null);
            return pages.list(HttpStatus.CONFLICT, result);
        }
    }

    private interface Change {
        ModelAndView perform();
    }

    private ModelAndView change(String code, int revision, ExamForm form, BindingResult result, Change change) {
        checkChangeable(code, revision);
        validator.validate(code, form, revisions.findLatest().guide(), result);
        if (result.hasErrors()) {
            return pages.form(code, revision, HttpStatus.BAD_REQUEST, result);
        }
        try {
            return change.perform();
        } catch (ExamsModifiedException modified) {
            result.rejectValue("reason", "modified", modifiedBy(modified), null);
            return pages.conflict(code, revision, result);
        } catch (InvalidGuideException invalid) {
            result.rejectValue("successor", "invalid", new Object[] {ExamFactFormatter.format(invalid)}, null);
            return pages.form(code, revision, HttpStatus.BAD_REQUEST, result);
        }
    }

    private ExamChange change(String code, int revision, ExamForm form, Principal admin) {
        return new ExamChange(
                code,
                revision,
                form.facts(),
                source("exams.source.facts", form.source(), form.checked()),
                admin.getName(),
                form.reason());
    }

    private Exam.Source source(String fact, String url, String day) {
        return new Exam.Source(messages.text(fact), url.replaceFirst("https?://", ""), url, day);
    }

    private static Object[] modifiedBy(ExamsModifiedException modified) {
        return new Object[] {modified.latest().changedBy().orElse("")};
    }

    private void checkChangeable(String code, int revision) {
        if (revisions.isReadOnly()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        find(code, revisions.findLatest());
        if (!revisions.exists(revision)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static Exam find(String code, StoredExams exams) {
        return ExamPages.find(code, exams.guide()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static BindingResult bind(Object form, String name) {
        return new BeanPropertyBindingResult(form, name);
    }

    private static ModelAndView done(RedirectAttributes redirectAttributes, String notice, String exam) {
        redirectAttributes.addFlashAttribute("notice", notice);
        redirectAttributes.addFlashAttribute("changedExam", exam);
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.EXAMS));
    }
}
