package dev.certpath.web.desk.login;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.FormViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the login page. Spring Security handles its form. */
@Controller
class LoginController {

    private final FormMessages messages;

    LoginController(FormMessages messages) {
        this.messages = messages;
    }

    @GetMapping(DeskUrls.LOGIN)
    ModelAndView login(HttpServletRequest request) {
        if (request.getRemoteUser() != null) {
            return new ModelAndView(DeskUrls.seeOther(DeskUrls.QUEUE));
        }
        var page = new ModelAndView("desk/login");
        page.addObject("username", LastUsername.saved(request));
        boolean hasFailed = request.getParameter("wrong") != null;
        messages.addErrors(page, hasFailed ? List.of(new FormViolation("username", "login.wrong")) : List.of());
        return page;
    }
}
