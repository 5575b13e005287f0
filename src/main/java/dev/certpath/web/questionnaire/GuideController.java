package dev.certpath.web.questionnaire;

import dev.certpath.cases.CurrentDate;
import dev.certpath.guide.ExamCalendar;
import dev.certpath.guide.Guide;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the whole guide: every rule with its points and basis, every exam with its dates and sources. */
@Controller
class GuideController {

    private final Guide guide;
    private final ExamCalendar calendar;
    private final CurrentDate currentDate;

    GuideController(Guide guide, CurrentDate currentDate) {
        this.guide = guide;
        this.calendar = guide.calendar();
        this.currentDate = currentDate;
    }

    @GetMapping("/guide")
    String guide(Model model) {
        model.addAttribute("guide", guide);
        model.addAttribute("calendar", calendar);
        model.addAttribute("today", currentDate.get());
        return "questionnaire/guide";
    }
}
