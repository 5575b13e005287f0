package dev.certpath.web.desk.login;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.FormViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The login page. Spring Security takes the form from there. */
@Controller
class LoginController {

    private final FormMessages words;

    LoginController(FormMessages words) {
        this.words = words;
    }

    @GetMapping(DeskUrls.LOGIN)
    ModelAndView login(HttpServletRequest request) {
        if (request.getRemoteUser() != null) {
            return new ModelAndView(DeskUrls.seeOther(DeskUrls.QUEUE));
        }
        var page = new ModelAndView("desk/login");
        page.addObject("typedName", LastUsername.kept(request));
        boolean isWrong = request.getParameter("wrong") != null;
        words.tell(page, isWrong ? List.of(new FormViolation("username", "login.wrong")) : List.of());
        return page;
    }
}
