package dev.certpath.web.desk.guide;

import dev.certpath.editions.ExamHistoryEntry;
import dev.certpath.editions.ExamRevision;
import dev.certpath.editions.ExamRevisionService;
import dev.certpath.editions.ExamsModifiedException;
import dev.certpath.guide.InvalidGuideException;
import dev.certpath.web.desk.DeskUrls;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows admins what was changed about exams, the latest first, and brings earlier facts back. */
@Controller
class ExamChangesController {

    static final int PAGE_SIZE = 20;

    private static final String FIRST_PAGE = "2147483647"; // no revision has a higher number

    private final ExamRevisionService revisions;
    private final ExamFactFormatter formatter;

    ExamChangesController(ExamRevisionService revisions, ExamFactFormatter formatter) {
        this.revisions = revisions;
        this.formatter = formatter;
    }

    /**
     * A revision in the list.
     *
     * @param revision the revision
     * @param facts what it changed
     */
    public record Entry(ExamRevision revision, List<ExamFact> facts) {}

    @GetMapping(DeskUrls.EXAM_CHANGES)
    ModelAndView list(@RequestParam(defaultValue = FIRST_PAGE) int before) {
        return page(before, HttpStatus.OK);
    }

    @PostMapping(path = DeskUrls.EXAM_CHANGES, params = "act=restore")
    ModelAndView restore(
            @RequestParam int number,
            @RequestParam int revision,
            Principal admin,
            RedirectAttributes redirectAttributes) {
        if (revisions.isReadOnly()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        if (!revisions.exists(number)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try {
            revisions.restore(number, revision, admin.getName());
        } catch (ExamsModifiedException modified) {
            return rejected(
                    "exams.restore.modified", modified.latest().changedBy().orElse(""));
        } catch (InvalidGuideException invalid) {
            return rejected("exams.restore.invalid", ExamFactFormatter.format(invalid));
        }
        redirectAttributes.addFlashAttribute("notice", "exams.done.restored");
        redirectAttributes.addFlashAttribute("restored", number);
        return new ModelAndView(DeskUrls.seeOther(DeskUrls.EXAM_CHANGES));
    }

    private ModelAndView rejected(String message, String argument) {
        return page(Integer.MAX_VALUE, HttpStatus.CONFLICT)
                .addObject("rejected", message)
                .addObject("rejectedBecause", argument);
    }

    private ModelAndView page(int before, HttpStatus status) {
        var found = revisions.findHistoryBefore(before, PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        var page = new ModelAndView("desk/exam-changes", status);
        page.addObject("changes", shown.stream().map(this::toEntry).toList());
        page.addObject("latest", revisions.findLatestNumber());
        page.addObject("readOnly", revisions.isReadOnly());
        if (found.size() > PAGE_SIZE) {
            page.addObject("olderThan", shown.get(PAGE_SIZE - 1).revision().revision());
        }
        return page;
    }

    private Entry toEntry(ExamHistoryEntry entry) {
        return new Entry(entry.revision(), formatter.format(entry.differences()));
    }
}
