package dev.certpath.desk;

import dev.certpath.cases.CaseBook;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The queue: the newest recommendations first. */
@Controller
class QueueController {

    private final CaseBook cases;
    private final Guide guide;
    private final FormWords words;

    QueueController(CaseBook cases, Guide guide, FormWords words) {
        this.cases = cases;
        this.guide = guide;
        this.words = words;
    }

    @GetMapping(DeskAddresses.QUEUE)
    ModelAndView queue(QueueForm form) {
        var problems = form.problems(guide);
        if (!problems.isEmpty()) {
            return page(form, HttpStatus.BAD_REQUEST, problems);
        }
        var shown = cases.list(form.query());
        var page = page(form, HttpStatus.OK, List.of());
        page.addObject("cases", shown);
        if (shown.rows().isEmpty()) {
            page.addObject("empty", EmptyQueue.why(form, cases));
        }
        return page;
    }

    private ModelAndView page(QueueForm form, HttpStatus status, List<FormProblem> problems) {
        var page = new ModelAndView("desk/queue", status);
        page.addObject("form", form);
        words.tell(page, problems);
        page.addObject("tracks", guide.tracks());
        page.addObject("track", guide.tracks().stream().collect(Collectors.toMap(Track::code, Function.identity())));
        return page;
    }
}
