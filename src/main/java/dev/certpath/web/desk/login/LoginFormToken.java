package dev.certpath.web.desk.login;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.certpath.accounts.SecretKeys;
import dev.certpath.web.desk.DeskUrls;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * A token in the login form that is bound to the session cookie, as a CSRF token is bound to the session. It stays valid
 * when the session has ended: because it expired, or because the same form was submitted twice and the first login
 * replaced the session. The second login then succeeds, too.
 */
@Component
class LoginFormToken {

    static final String PARAMETER = "form";

    private final SecretKeys keys;

    LoginFormToken(SecretKeys keys) {
        this.keys = keys;
    }

    /** Creates the token of a form that is shown in the session of a request. */
    String create(HttpServletRequest request) {
        return sign(request.getSession().getId());
    }

    /** Whether a request submits a login form that was shown to the browser that sends it. */
    boolean isValid(HttpServletRequest request) {
        var submitted = request.getParameter(PARAMETER);
        return HttpMethod.POST.matches(request.getMethod())
                && request.getServletPath().equals(DeskUrls.LOGIN)
                && submitted != null
                && Optional.ofNullable(request.getRequestedSessionId())
                        .map(this::sign)
                        .filter(expected ->
                                MessageDigest.isEqual(expected.getBytes(US_ASCII), submitted.getBytes(US_ASCII)))
                        .isPresent();
    }

    private String sign(String sessionId) {
        return keys.sign("login-form", sessionId);
    }
}
