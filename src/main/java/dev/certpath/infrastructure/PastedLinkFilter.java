package dev.certpath.infrastructure;

import dev.certpath.text.InvisibleCharacters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Redirects addresses of cases and of the guide that were copied from a text to their page: with punctuation, blanks or
 * invisible characters after them, or in capitals. It runs before the firewall of Spring Security, which rejects some of these characters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class PastedLinkFilter extends OncePerRequestFilter {

    /** An id has 26 letters and digits; pages of a case may follow it. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(/recommendations(?:/[0-9a-z]{26}(?:/plan\\.ics|/delete|/withdraw|/what-if)?)?|/shared/[0-9a-z]{26}(?:/plan\\.ics)?"
                    + "|/advisor/cases/[0-9a-z]{26}|/guide(?:/compare)?)(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern PUNCTUATION = Pattern.compile("[.,);:'\">/\\s]");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var requested =
                request.getRequestURI().substring(request.getContextPath().length());
        var address = findAddress(requested).filter(found -> !found.equals(requested));
        if (address.isPresent()) {
            var query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(
                    HttpHeaders.LOCATION,
                    request.getContextPath() + address.get() + (query == null ? "" : "?" + query));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Returns the address without what follows it; empty if the path is something else. */
    private static Optional<String> findAddress(String path) {
        var matcher = ADDRESS.matcher(path);
        return matcher.matches() && isTail(matcher.group(2))
                ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean isTail(String encoded) {
        try {
            var tail = UriUtils.decode(encoded, StandardCharsets.UTF_8);
            return tail.indexOf('\0') < 0
                    && InvisibleCharacters.areAll(PUNCTUATION.matcher(tail).replaceAll(""));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
