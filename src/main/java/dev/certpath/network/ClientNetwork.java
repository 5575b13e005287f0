package dev.certpath.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The network that counts as one client: an IPv4 address, or the /64 block of an IPv6 address, because a single IPv6
 * client can use any address of its block.
 */
public final class ClientNetwork {

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%.*)?");
    private static final int BLOCK_BYTES = 8;
    private static final int MAX_LENGTH = 45; // of an IPv6 address; a proxy may send any text as an address

    private ClientNetwork() {}

    /** Returns the network of a remote address as it is returned by a servlet request. Never resolves a host name. */
    public static String of(String remoteAddress) {
        var address = remoteAddress.replaceAll("[\\[\\]]", "");
        if (IPV6.matcher(address).matches()) {
            try {
                return of(InetAddress.getByName(address.replaceFirst("%.*", "")));
            } catch (UnknownHostException notAnAddress) {
                // Falls through: the text itself is counted.
            }
        }
        return address.substring(0, Math.min(address.length(), MAX_LENGTH));
    }

    private static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), BLOCK_BYTES)) + "::/64"
                : address.getHostAddress(); // an IPv4 address, which may have been written as an IPv6 one
    }
}
