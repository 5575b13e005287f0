package dev.certpath.infrastructure;

import dev.certpath.network.ClientNetwork;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.connector.Request;

/**
 * Counts what each client address holds at this moment, so that one address holds only a share of something limited.
 * There is an entry only for addresses that hold something.
 */
final class AddressShares {

    private final int perAddress;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    AddressShares(int perAddress) {
        this.perAddress = perAddress;
    }

    /** Returns whether the address of the request may hold one more; if so, it does until it is released. */
    boolean tryAcquire(Request request) {
        int now = held.merge(ClientNetwork.of(request.getRemoteAddr()), 1, Integer::sum);
        if (now > perAddress) {
            release(request);
        }
        return now <= perAddress;
    }

    void release(Request request) {
        held.computeIfPresent(
                ClientNetwork.of(request.getRemoteAddr()), (address, count) -> count == 1 ? null : count - 1);
    }
}
