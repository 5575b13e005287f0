package dev.certpath.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.PathMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often one IP address may save, preview, log in, and create anonymous sessions. Further requests get 429 with
 * {@code Retry-After}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RateLimitFilter extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MAX_BUCKETS = 100_000;

    /** Requests for advisor URLs without a session, each of which creates one. */
    static final Limit ANONYMOUS_SESSIONS = new Limit("anonymous-sessions", 60);

    private static final Limit SAVE = new Limit("save", 30);
    private static final Map<String, Limit> LIMITS = Map.of(
            "/recommendations",
            SAVE,
            "/recommendations/{id}/{action}",
            SAVE,
            "/api/v1/recommendations",
            SAVE,
            "/api/v1/preview",
            new Limit("preview", 300),
            "/login",
            new Limit("login", 10));

    private static final PathMatcher PATH_MATCHER = new AntPathMatcher();

    /**
     * A limit on requests by IP address.
     *
     * @param name what is limited; URLs with the same limit share it
     * @param perMinute how many requests are allowed in a minute
     */
    record Limit(String name, int perMinute) {}

    private record BucketKey(String remoteAddress, Limit limit) {}

    private final boolean enabled;

    /** A bucket that was idle for a minute is full again, so its eviction changes nothing. */
    private final Cache<BucketKey, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(MINUTE)
            .build();

    RateLimitFilter(@Value("${CERTPATH_RATE_LIMIT:on}") String setting) {
        this.enabled = !setting.equals("off");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || findLimit(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (tryConsume(findLimit(request).orElseThrow(), request, response)) {
            chain.doFilter(request, response);
        }
    }

    /**
     * Counts a request against a limit. If the limit is exceeded, sends the 429 response.
     *
     * @return whether the request is within the limit and may continue
     */
    boolean tryConsume(Limit limit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!enabled) {
            return true;
        }
        var probe = buckets.get(new BucketKey(request.getRemoteAddr(), limit), RateLimitFilter::newBucket)
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        return probe.isConsumed();
    }

    private static Optional<Limit> findLimit(HttpServletRequest request) {
        return LIMITS.entrySet().stream()
                .filter(entry -> PATH_MATCHER.match(entry.getKey(), request.getServletPath()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Bucket newBucket(BucketKey key) {
        int perMinute = key.limit().perMinute();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }
}
