package dev.certpath.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The login page. Spring Security takes the form from there. */
@Controller
class LoginController {

    private final FormWords words;

    LoginController(FormWords words) {
        this.words = words;
    }

    @GetMapping(DeskAddresses.LOGIN)
    ModelAndView login(HttpServletRequest request) {
        if (request.getRemoteUser() != null) {
            return new ModelAndView(DeskAddresses.seeOther(DeskAddresses.QUEUE));
        }
        var page = new ModelAndView("desk/login");
        page.addObject("typedName", TypedName.kept(request));
        boolean isWrong = request.getParameter("wrong") != null;
        words.tell(page, isWrong ? List.of(new FormProblem("username", "login.wrong")) : List.of());
        return page;
    }
}
