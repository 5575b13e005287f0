package dev.certpath.web.questionnaire;

import dev.certpath.guide.ExamCalendar;
import dev.certpath.guide.Guide;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole guide laid open: every rule, its points and basis, every exam with its dates and sources. */
@Controller
class GuideController {

    private final Guide guide;
    private final ExamCalendar calendar;
    private final Clock clock;

    GuideController(Guide guide, Clock clock) {
        this.guide = guide;
        this.calendar = guide.calendar();
        this.clock = clock;
    }

    @GetMapping("/guide")
    String guide(Model model) {
        model.addAttribute("guide", guide);
        model.addAttribute("calendar", calendar);
        model.addAttribute("today", LocalDate.now(clock));
        return "questionnaire/guide";
    }
}
