package dev.certpath.infrastructure;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.SemaphoreValve;

/**
 * Limits concurrent requests with Tomcat's semaphore, and those of one client address to a share of them. Further requests
 * get 503 with {@code Retry-After}. {@link RequestBodyValve} has read the body before, so that no slow client holds a
 * permit.
 */
final class ConcurrencyLimitValve extends SemaphoreValve {

    private final AddressShares shares;
    private final ContextPath contextPath;
    private final OverloadResponse rejection;

    ConcurrencyLimitValve(int concurrency, AddressShares shares, ContextPath contextPath, OverloadResponse rejection) {
        setConcurrency(concurrency);
        setBlock(false);
        this.shares = shares;
        this.contextPath = contextPath;
        this.rejection = rejection;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!controlConcurrency(request, response)) {
            getNext().invoke(request, response);
        } else if (shares.tryAcquire(request)) {
            try {
                super.invoke(request, response);
            } finally {
                shares.release(request);
            }
        } else {
            permitDenied(request, response);
        }
    }

    /** Returns whether the limit applies to the request: health checks are always answered. */
    @Override
    public boolean controlConcurrency(Request request, Response response) {
        return !contextPath.isFollowedBy("/actuator/", request);
    }

    @Override
    public void permitDenied(Request request, Response response) throws IOException {
        rejection.send(request, response);
    }
}
