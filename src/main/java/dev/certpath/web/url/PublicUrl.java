package dev.certpath.web.url;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.RequestFacade;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * The URL under which users reach the application: {@code CERTPATH_URL} if it is set. Otherwise the one that the request
 * names, if a trusted proxy forwarded it or the host is an allowed one: {@code localhost}, the address that the client
 * connected to, or one of {@code CERTPATH_ALLOWED_HOSTS}. For any other host it is the address that the client connected
 * to, so that no link follows a made-up {@code Host} header.
 */
@Component
public class PublicUrl {

    /** The property of {@code CERTPATH_URL}. */
    public static final String PROPERTY = "certpath.url";

    private static final String FORWARDED_HOST = "X-Forwarded-Host";
    private static final String FORWARDED_PORT = "X-Forwarded-Port";

    private final Optional<URI> configured;
    private final Optional<Origin> configuredOrigin;
    private final List<String> allowedHosts;
    private final String contextPath;

    PublicUrl(
            @Value("${" + PROPERTY + ":}") String url,
            @Value("${certpath.allowed-hosts:}") List<String> allowedHosts,
            @Value("${server.servlet.context-path:}") String contextPath) {
        this.contextPath = StringUtils.trimTrailingCharacter(contextPath, '/');
        this.configured = Optional.of(url).filter(StringUtils::hasText).map(PublicUrl::parse);
        this.configuredOrigin = configured.flatMap(PublicUrl::originOf);
        this.allowedHosts = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * Checks a value of {@code CERTPATH_URL}. It has a path only if the application has the same context path, or if a
     * trusted proxy may add the path as a prefix.
     *
     * @param url the value
     * @param contextPath the context path, which may be empty
     * @param hasTrustedProxies whether there are proxies that may add a prefix
     * @throws InvalidSettingException if the value is not allowed
     */
    public static void validate(String url, String contextPath, boolean hasTrustedProxies) {
        var path = parse(url).getRawPath();
        if (!path.isEmpty() && !path.equals(contextPath) && !hasTrustedProxies) {
            throw invalid(url);
        }
    }

    /** Returns the origin of {@code CERTPATH_URL} as browsers write it, such as {@code https://certs.example.org}. */
    public Optional<String> configuredOrigin() {
        return configuredOrigin.map(Origin::toString);
    }

    /** Returns the URL of {@code CERTPATH_URL} with the context path, for links outside of a request. */
    public Optional<String> configured() {
        return configured.map(url -> url.getRawPath().isEmpty() ? url + contextPath : url.toString());
    }

    /** Returns the absolute URL of a path of the application, as of the current request. */
    public String absolute(String path) {
        return base(currentRequest()) + path;
    }

    /**
     * Returns whether the value of an {@code Origin} header is the application's own origin. Without
     * {@code CERTPATH_URL}, this is the host of the request; its scheme is compared only if the request is known to be
     * encrypted, because a proxy in front may not tell.
     */
    public boolean isOwnOrigin(String origin, HttpServletRequest request) {
        var page = Origin.parse(origin);
        var own = configuredOrigin.or(() -> page.flatMap(
                parsed -> Origin.parse((request.isSecure() ? "https" : parsed.scheme()) + "://" + host(request))));
        return page.isPresent() && page.equals(own);
    }

    private String base(HttpServletRequest request) {
        return configured
                .map(url -> url.getRawPath().isEmpty() ? url + request.getContextPath() : url.toString())
                .orElseGet(() -> request.getScheme() + "://" + (isAllowed(request) ? host(request) : local(request))
                        + request.getContextPath());
    }

    private boolean isAllowed(HttpServletRequest request) {
        var name = request.getServerName().toLowerCase(Locale.ROOT);
        return isForwarded(request)
                || name.equals("localhost")
                || allowedHosts.contains(name)
                || IpAddress.parse(name).equals(IpAddress.parse(request.getLocalAddr()));
    }

    /** Returns the host of the request, with its port unless it is a default port. */
    private static String host(HttpServletRequest request) {
        var received = original(request);
        var forwardedHost = isForwarded(request) ? received.getHeader(FORWARDED_HOST) : null;
        if (forwardedHost == null) {
            var host = received.getHeader(HttpHeaders.HOST);
            return StringUtils.hasLength(host) ? host : local(request);
        }
        var port = received.getHeader(FORWARDED_PORT);
        return hasPort(forwardedHost) || port == null ? forwardedHost : forwardedHost + ":" + port;
    }

    /** Returns the request as it was received: a filter may hide the headers of proxies. */
    private static HttpServletRequest original(HttpServletRequest request) {
        var received = WebUtils.getNativeRequest(request, RequestFacade.class);
        return received == null ? request : received;
    }

    private static String local(HttpServletRequest request) {
        var address = request.getLocalAddr();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + request.getLocalPort();
    }

    private static boolean hasPort(String host) {
        return host.indexOf(':', host.lastIndexOf(']') + 1) >= 0;
    }

    /** Returns whether Tomcat's {@code RemoteIpValve} found that a trusted proxy sent the request. */
    private static boolean isForwarded(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
    }

    private static URI parse(String url) {
        try {
            var uri = URI.create(StringUtils.trimTrailingCharacter(url, '/'));
            if (uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && originOf(uri).isPresent()) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            throw invalid(url);
        }
        throw invalid(url);
    }

    private static Optional<Origin> originOf(URI uri) {
        return Optional.ofNullable(uri.getRawAuthority())
                .flatMap(authority -> Origin.parse(uri.getScheme() + "://" + authority));
    }

    private static InvalidSettingException invalid(String url) {
        return new InvalidSettingException(
                "CERTPATH_URL is not the URL of a site: " + url,
                "Set CERTPATH_URL to a URL such as https://certs.example.org, without a path unless it is the context path.");
    }

    private static HttpServletRequest currentRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
