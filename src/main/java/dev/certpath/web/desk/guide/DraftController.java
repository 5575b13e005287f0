package dev.certpath.web.desk.guide;

import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.BrokenPinsException;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.Draft;
import dev.certpath.editions.DraftConflictException;
import dev.certpath.editions.DraftService;
import dev.certpath.editions.InvalidDraftException;
import dev.certpath.editions.OutdatedDryRunException;
import dev.certpath.editions.PublicationService;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.GuideUrls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets admins edit the next edition of the guide as YAML and publish it. The draft is kept valid or not; the page lists what
 * must be changed before it can be published.
 */
@Controller
class DraftController {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    private final DraftService drafts;
    private final PublicationService publications;
    private final DraftPages pages;
    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;
    private final GuideUrls urls;

    DraftController(
            DraftService drafts,
            PublicationService publications,
            DraftPages pages,
            CurrentGuide currentGuide,
            CurrentDate currentDate,
            GuideUrls urls) {
        this.drafts = drafts;
        this.publications = publications;
        this.pages = pages;
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
        this.urls = urls;
    }

    /** Shows the draft, with one of its rules in sight if a link names it. */
    @GetMapping(GuideUrls.DRAFT)
    ModelAndView draft(@RequestParam(defaultValue = "") String rule) {
        return pages.draft(rule);
    }

    @GetMapping(GuideUrls.DRAFT_FILE)
    ResponseEntity<byte[]> download() {
        var draft = drafts.find().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("draft.yaml")
                                .build()
                                .toString())
                .body(draft.content().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(GuideUrls.DRAFT_PREVIEW)
    ModelAndView preview() {
        return pages.preview();
    }

    @PostMapping(path = GuideUrls.DRAFT, params = "act=start")
    ModelAndView start(
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String rule,
            Principal admin,
            RedirectAttributes redirectAttributes) {
        if (!isEditable() || currentGuide.findEdition(edition).isEmpty()) {
            return pages.draft(HttpStatus.CONFLICT);
        }
        try {
            drafts.start(edition, admin.getName());
        } catch (DraftConflictException conflict) {
            return pages.conflict();
        }
        return done("started", rule.isEmpty() ? urls.draft() : urls.draft(rule), redirectAttributes);
    }

    @PostMapping(path = GuideUrls.DRAFT, params = "act=save")
    ModelAndView save(DraftForm form, Principal admin, RedirectAttributes redirectAttributes) {
        return keep(form.withLineFeeds(), admin, redirectAttributes);
    }

    @PostMapping(path = GuideUrls.DRAFT, params = "act=upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView upload(
            @RequestParam long version,
            @RequestParam MultipartFile file,
            Principal admin,
            RedirectAttributes redirectAttributes)
            throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes()));
            return keep(new DraftForm(version, text.toString()), admin, redirectAttributes);
        } catch (CharacterCodingException notUtf8) {
            var result = bind(
                    new DraftForm(version, drafts.find().map(Draft::content).orElse("")));
            result.rejectValue("content", "encoding");
            return pages.rejected(result, HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView keep(DraftForm form, Principal admin, RedirectAttributes redirectAttributes) {
        var result = bind(form);
        form.validate(result);
        if (result.hasErrors()) {
            return pages.rejected(result, HttpStatus.BAD_REQUEST);
        }
        if (!isEditable()) {
            return pages.rejected(result, HttpStatus.CONFLICT);
        }
        try {
            drafts.save(form.version(), form.content(), admin.getName());
        } catch (DraftConflictException conflict) {
            return pages.conflict(form, conflict);
        }
        pages.beginDryRun(form.content());
        return done("saved", urls.draft(), redirectAttributes);
    }

    @PostMapping(path = GuideUrls.DRAFT, params = "act=discard")
    ModelAndView discard(@RequestParam long version, RedirectAttributes redirectAttributes) {
        try {
            drafts.discard(version);
        } catch (DraftConflictException conflict) {
            return pages.conflict();
        }
        redirectAttributes.addFlashAttribute("notice", "guide.done.discarded");
        return new ModelAndView(DeskUrls.seeOther(GuideUrls.GUIDE));
    }

    @PostMapping(path = GuideUrls.DRAFT, params = "act=publish")
    ModelAndView publish(
            @RequestParam long version,
            @RequestParam(defaultValue = "0") long dryRun,
            PublicationForm form,
            Principal admin,
            RedirectAttributes redirectAttributes) {
        var result = new BeanPropertyBindingResult(form, PublicationForm.MODEL_ATTRIBUTE);
        form.validate(currentDate.get(), result);
        if (result.hasErrors()) {
            return pages.draft(HttpStatus.BAD_REQUEST, result);
        }
        if (!isEditable()) {
            return pages.draft(HttpStatus.CONFLICT, result);
        }
        try {
            int number = publications.publishDraft(version, dryRun, form.reason(), form.from(), admin.getName());
            return GuideHistoryController.published(number, form, redirectAttributes);
        } catch (DraftConflictException | InvalidDraftException changed) {
            result.reject("guide.draft.changed");
        } catch (OutdatedDryRunException outdated) {
            result.reject("guide.dry-run.outdated");
        } catch (BrokenPinsException broken) {
            result.reject("guide.pins.broken");
        }
        return pages.draft(HttpStatus.CONFLICT, result);
    }

    /** Whether no file of the settings takes the place of the editions. */
    private boolean isEditable() {
        return currentGuide.get().source().isEditable();
    }

    private static ModelAndView done(String what, String url, RedirectAttributes redirectAttributes) {
        redirectAttributes.addFlashAttribute("notice", "guide.done." + what);
        return new ModelAndView(DeskUrls.seeOther(url));
    }

    private static BindingResult bind(DraftForm form) {
        return new BeanPropertyBindingResult(form, DraftForm.MODEL_ATTRIBUTE);
    }
}
