package dev.certpath.web.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses IP addresses without ever asking a name server. (The JDK has {@code InetAddress.ofLiteral} from 22 on.) */
public final class IpAddress {

    /** {@link InetAddress#getByName} takes these for addresses; everything else would be looked up as a name. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*(%[0-9a-zA-Z]+)?]?");

    private IpAddress() {}

    /** Parses an address; an IPv4-mapped IPv6 address is the IPv4 address. Empty for a host name or anything else. */
    public static Optional<InetAddress> parse(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException invalid) {
            return Optional.empty();
        }
    }
}
