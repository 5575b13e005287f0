package dev.certpath.infrastructure;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Limits how many of Tomcat's threads one client address holds, from the first byte of a request to the last byte of its
 * response. Further connections of that address are closed without a response, because one to a client that reads nothing
 * would hold a thread as well.
 *
 * <p>It writes the rest of a response itself: Tomcat does so after all valves, when nothing would be counted any more.
 */
final class ThreadShareValve extends ValveBase {

    private final AddressShares shares;

    ThreadShareValve(AddressShares shares) {
        super(true);
        this.shares = shares;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!shares.tryAcquire(request)) {
            request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
            return;
        }
        try {
            getNext().invoke(request, response);
            if (!request.isAsync()) {
                response.finishResponse();
            }
        } finally {
            shares.release(request);
        }
    }
}
