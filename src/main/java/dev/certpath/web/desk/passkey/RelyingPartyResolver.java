package dev.certpath.web.desk.passkey;

import dev.certpath.web.url.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Finds the {@link RelyingParty} of a request: the one of {@code CERTPATH_URL}, or else {@code localhost} with the port of
 * the request. Browsers support passkeys on neither IP addresses nor pages without TLS, except on {@code localhost}.
 */
@Component
class RelyingPartyResolver {

    private static final String LOCALHOST = "localhost";

    private final Optional<URI> configuredOrigin;

    @Autowired
    RelyingPartyResolver(PublicUrl publicUrl) {
        this(publicUrl.configuredOrigin());
    }

    RelyingPartyResolver(Optional<String> configuredOrigin) {
        this.configuredOrigin = configuredOrigin.map(URI::create);
    }

    /** Finds the relying party; empty if passkeys can't work at the address of the site. */
    Optional<RelyingParty> find(HttpServletRequest request) {
        return configuredOrigin.isPresent() ? configuredOrigin.flatMap(RelyingPartyResolver::of) : ofLocalhost(request);
    }

    private static Optional<RelyingParty> of(URI origin) {
        var host = origin.getHost();
        boolean isUsable = host.equals(LOCALHOST) || (origin.getScheme().equals("https") && isDomain(host));
        return isUsable ? Optional.of(new RelyingParty(host, origin.toString())) : Optional.empty();
    }

    private static Optional<RelyingParty> ofLocalhost(HttpServletRequest request) {
        return request.getServerName().equals(LOCALHOST)
                ? Optional.of(
                        new RelyingParty(LOCALHOST, origin(request.getScheme(), LOCALHOST, request.getServerPort())))
                : Optional.empty();
    }

    private static boolean isDomain(String host) {
        return Character.isLetter(host.charAt(host.length() - 1));
    }

    /** Returns an origin without the default port of its scheme, as browsers write it. */
    private static String origin(String scheme, String host, int port) {
        boolean isDefault = port == (scheme.equals("https") ? 443 : 80);
        return UriComponentsBuilder.newInstance()
                .scheme(scheme)
                .host(host)
                .port(isDefault ? -1 : port)
                .toUriString();
    }
}
