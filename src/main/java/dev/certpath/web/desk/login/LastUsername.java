package dev.certpath.web.desk.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The name that someone typed at the login, kept in the session until the login works: nobody types it twice. */
final class LastUsername {

    private static final String ATTRIBUTE = LastUsername.class.getName();
    private static final int LONGEST_KEPT = 100;

    private LastUsername() {}

    /** The name in the login form that was just sent. */
    static String in(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("username")).orElse("");
    }

    static void keep(HttpServletRequest request) {
        var typed = in(request);
        request.getSession().setAttribute(ATTRIBUTE, typed.substring(0, Math.min(typed.length(), LONGEST_KEPT)));
    }

    static String kept(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Object::toString)
                .orElse("");
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}
