package dev.certpath.site;

import dev.certpath.guide.Guide;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page says of the guide. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final Guide guide;

    PageFrame(Guide guide) {
        this.guide = guide;
    }

    @ModelAttribute("guideEdition")
    int guideEdition() {
        return guide.edition();
    }

    @ModelAttribute("factsChecked")
    LocalDate factsChecked() {
        return guide.factsChecked();
    }
}
