package dev.certpath.infrastructure;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Prepends the {@code X-Forwarded-Prefix} of a trusted proxy to the context path. Tomcat's {@code RemoteIpValve}, which
 * decides whom to trust and reads the other {@code X-Forwarded-*} headers, does not know this one; Spring's filter reads
 * it, and sees no other header here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedPrefixFilter extends ForwardedHeaderFilter {

    private static final String HEADER = "X-Forwarded-Prefix";

    /**
     * A path. Anything else, such as {@code //host}, may come from a client through a proxy that does not set the header.
     * A group that is repeated would overflow the stack if the header is long.
     */
    private static final Pattern PREFIX = Pattern.compile("(?!.*//)/[A-Za-z0-9._~/-]{1,200}");

    TrustedPrefixFilter() {
        super(false);
        setUseForwardedPrefix(true);
        setRelativeRedirects(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var prefix = request.getHeader(HEADER);
        return prefix == null
                || !PREFIX.matcher(prefix).matches()
                || !Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilterInternal(new WithoutOtherForwardedHeaders(request), response, chain);
    }

    private static final class WithoutOtherForwardedHeaders extends HttpServletRequestWrapper {

        private final List<String> names;

        WithoutOtherForwardedHeaders(HttpServletRequest request) {
            super(request);
            names = Collections.list(request.getHeaderNames()).stream()
                    .filter(WithoutOtherForwardedHeaders::isVisible)
                    .toList();
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isVisible(name) ? super.getHeader(name) : null;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isVisible(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(names);
        }

        private static boolean isVisible(String name) {
            return name.equalsIgnoreCase(HEADER) || !name.regionMatches(true, 0, "X-Forwarded-", 0, 12);
        }
    }
}
