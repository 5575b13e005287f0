package dev.certpath.web.url;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The origin of a web page as of RFC 6454. Two origins are equal whether a default port is written or left out.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in lower case
 * @param port the port
 */
record Origin(String scheme, String host, int port) {

    private static final Pattern FORMAT =
            Pattern.compile("(https?)://(\\[[0-9a-f:.]+]|[^\\[\\]:/?#@\\s]+)(?::([0-9]{1,5}))?");

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Reads the value of an {@code Origin} header; empty if it names no origin. */
    static Optional<Origin> parse(String text) {
        var matcher = FORMAT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var scheme = matcher.group(1);
        int port = matcher.group(3) == null ? defaultPort(scheme) : Integer.parseInt(matcher.group(3));
        return Optional.of(new Origin(scheme, matcher.group(2), port));
    }

    /** Returns the origin as browsers write it, without a default port. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }
}
