package dev.certpath.security;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.GuideUrls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** The security headers of every response, whether a page, a filter or the server itself writes it. */
public final class SecurityHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self' data:", // Pico CSS has its arrows and ticks as data: images
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    private static final String PERMISSIONS_POLICY =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    static final List<HeaderWriter> ALL = List.of(
            new DelegatingRequestMatcherHeaderWriter(
                    SecurityHeaders::isPageOfScriptWithRequests,
                    new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY + "; connect-src 'self'")),
            new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY), // unless the response has one
            // With no-referrer, browsers would send "Origin: null" with the application's own forms.
            new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
            new PermissionsPolicyHeaderWriter(PERMISSIONS_POLICY),
            openerPolicy(),
            resourcePolicy(),
            new XContentTypeOptionsHeaderWriter(),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
            new XXssProtectionHeaderWriter(),
            // Pages of recommendations say so in their HTML, too; JSON and calendars can't.
            new DelegatingRequestMatcherHeaderWriter(
                    SecurityHeaders::isOfOneRecommendation, new StaticHeadersWriter("X-Robots-Tag", "noindex")),
            new HstsHeaderWriter(),
            new CacheControlHeadersWriter());

    /** The pages of passkeys, and those that wait for a dry run. */
    private static final Set<String> PAGES_WITH_REQUESTS =
            Set.of(DeskUrls.PASSKEYS, DeskUrls.SECOND_FACTOR, GuideUrls.DRAFT);

    private static final String EDITIONS = GuideUrls.GUIDE + "/editions/";

    private static final List<String> RECOMMENDATIONS =
            List.of("/recommendations/", "/shared/", "/api/v1/recommendations", "/api/v1/shared/");

    private SecurityHeaders() {}

    /** Adds the headers that the response does not have yet. */
    public static void write(HttpServletRequest request, HttpServletResponse response) {
        ALL.forEach(header -> header.writeHeaders(request, response));
    }

    /** Matches the plain path, because {@code PathPatternRequestMatcher} fails for paths that can't be decoded. */
    private static boolean isPageOfScriptWithRequests(HttpServletRequest request) {
        var path = request.getServletPath();
        return path != null && (PAGES_WITH_REQUESTS.contains(path) || path.startsWith(EDITIONS));
    }

    private static boolean isOfOneRecommendation(HttpServletRequest request) {
        var path = request.getServletPath();
        return path != null // Tomcat has none for a request that it rejects itself
                && RECOMMENDATIONS.stream().anyMatch(path::startsWith);
    }

    private static HeaderWriter openerPolicy() {
        var writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return writer;
    }

    private static HeaderWriter resourcePolicy() {
        var writer = new CrossOriginResourcePolicyHeaderWriter();
        writer.setPolicy(CrossOriginResourcePolicy.SAME_ORIGIN);
        return writer;
    }
}
