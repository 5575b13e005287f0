package dev.certpath.security;

import dev.certpath.security.AccessRules.Who;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The cookie that names a session, which counts on the desk's addresses alone: the students' pages never ask the
 * database for a session, even when an advisor opens them. What can't be the name of a session is not looked up, and of
 * several names only the first is.
 */
final class AdvisorSessionIdResolver implements HttpSessionIdResolver {

    static final int ID_BYTES = 32;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}"); // 32 bytes in Base64

    private final HttpSessionIdResolver cookies;
    private final RequestMatcher desk;

    AdvisorSessionIdResolver(CookieHttpSessionIdResolver cookies) {
        this.cookies = cookies;
        this.desk = new OrRequestMatcher(Stream.of(AccessRules.addressesFor(Who.PASSERS_BY, Who.ADVISORS, Who.ADMINS))
                .map(address -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(address))
                .toList());
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        if (!desk.matches(request)) {
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
