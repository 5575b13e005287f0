package dev.certpath.web.desk.login;

import dev.certpath.web.desk.DeskUrls;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the login page. Spring Security handles its form. */
@Controller
class LoginController {

    private final LoginFormToken formToken;

    LoginController(LoginFormToken formToken) {
        this.formToken = formToken;
    }

    @GetMapping(DeskUrls.LOGIN)
    ModelAndView login(HttpServletRequest request) {
        if (request.getRemoteUser() != null) {
            return new ModelAndView(DeskUrls.seeOther(DeskUrls.QUEUE));
        }
        var result = new BeanPropertyBindingResult(new LoginForm(LastUsername.saved(request)), "loginForm");
        if (request.getParameter("wrong") != null) {
            result.rejectValue("username", "wrong");
        }
        if (request.getParameter("invisible") != null) {
            result.rejectValue("username", "invisible");
        }
        return new ModelAndView("desk/login", result.getModel()).addObject("formToken", formToken.create(request));
    }
}
