package dev.certpath.infrastructure;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.SemaphoreValve;

/**
 * Limits concurrent requests with Tomcat's semaphore, and those of one client address to a share of them. Further requests
 * get 503 with {@code Retry-After}. A client that sends slowly holds no permit, because {@link RequestBodyValve} has read
 * the body before. One that reads slowly does while the response is written.
 */
final class ConcurrencyLimitValve extends SemaphoreValve {

    private static final Set<String> HEALTH_CHECKS =
            Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

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
        if (!shares.tryAcquire(request)) {
            permitDenied(request, response);
            return;
        }
        try {
            super.invoke(request, response);
        } finally {
            shares.release(request);
        }
    }

    /** Returns whether the limit of all clients applies to the request: health checks need no permit, only a share. */
    @Override
    public boolean controlConcurrency(Request request, Response response) {
        return HEALTH_CHECKS.stream().noneMatch(path -> contextPath.isFollowedByExactly(path, request));
    }

    @Override
    public void permitDenied(Request request, Response response) throws IOException {
        rejection.send(request, response);
    }
}
