package dev.certpath.web.desk.review;

import dev.certpath.web.desk.DeskUrls;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives an advisor the next case to work on. */
@Controller
class NextCaseController {

    private final NextCase nextCase;

    NextCaseController(NextCase nextCase) {
        this.nextCase = nextCase;
    }

    @PostMapping(DeskUrls.NEXT_CASE)
    View take(Principal advisor, RedirectAttributes nextPage) {
        var page = nextCase.take(advisor.getName());
        nextPage.addFlashAttribute("notice", page.isCase() ? "action.done.take" : "next-case.none");
        return DeskUrls.seeOther(page.url());
    }
}
