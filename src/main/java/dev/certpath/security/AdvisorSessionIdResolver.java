package dev.certpath.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Reads the session cookie on the advisors' URLs only, so that student pages never query the database for a session, even
 * when an advisor opens them. Values that do not have the form of a session id are ignored, and of several cookies only
 * the first valid one is used.
 */
final class AdvisorSessionIdResolver implements HttpSessionIdResolver {

    static final int ID_BYTES = 32;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}"); // 32 bytes in Base64

    private final HttpSessionIdResolver cookies;
    private final RequestMatcher advisorUrls;

    AdvisorSessionIdResolver(CookieHttpSessionIdResolver cookies) {
        this.cookies = cookies;
        this.advisorUrls = AccessRules.matcherWithSession();
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        if (!advisorUrls.matches(request)) {
            return List.of();
        }
        return cookies.resolveSessionIds(request).stream()
                .filter(id -> ID.matcher(id).matches())
                .limit(1)
                .toList();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
        cookies.setSessionId(request, response, sessionId);
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookies.expireSession(request, response);
    }
}
