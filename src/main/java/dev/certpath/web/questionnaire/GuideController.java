package dev.certpath.web.questionnaire;

import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.CurrentGuide;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the whole guide: every rule with its points and basis, every exam with its dates and sources. */
@Controller
class GuideController {

    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;

    GuideController(CurrentGuide currentGuide, CurrentDate currentDate) {
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
    }

    @GetMapping("/guide")
    String guide(Model model) {
        var guide = currentGuide.get();
        model.addAttribute("guide", guide.guide());
        model.addAttribute("calendar", guide.calendar());
        model.addAttribute("source", guide.source());
        model.addAttribute("changes", guide.changes());
        model.addAttribute("today", currentDate.get());
        return "questionnaire/guide";
    }
}
