package dev.certpath.web.desk.login;

import dev.certpath.text.InvisibleCharacters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The username of the last failed login. The session keeps it until a login succeeds, to fill in the form. */
final class LastUsername {

    private static final String ATTRIBUTE = LastUsername.class.getName();
    private static final int MAX_LENGTH = 100;

    private LastUsername() {}

    /** The username that a login form submits; empty without one. */
    static String submitted(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("username")).orElse("");
    }

    /** Saves the submitted username in the session, without characters that the form would not show. */
    static void save(HttpServletRequest request) {
        var username = InvisibleCharacters.removeFrom(submitted(request));
        request.getSession().setAttribute(ATTRIBUTE, username.substring(0, Math.min(username.length(), MAX_LENGTH)));
    }

    /** The saved username; empty without one. */
    static String saved(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Object::toString)
                .orElse("");
    }

    /** Removes the saved username from the session. */
    static void remove(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}
