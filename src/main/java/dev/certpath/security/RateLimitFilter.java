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
 * Limits how often one address may save, preview, try to log in, and come to the desk as a stranger. Over the limit: 429,
 * and when to come back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RateLimitFilter extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST_BUCKETS = 100_000;

    /** Coming to the desk without a session, which makes one. */
    static final Limit STRANGERS = new Limit("strangers", 60);

    private static final Limit SAVING = new Limit("saving", 30);
    private static final Map<String, Limit> LIMITS = Map.of(
            "/recommendations",
            SAVING,
            "/recommendations/{id}/{act}",
            SAVING,
            "/api/v1/recommendations",
            SAVING,
            "/api/v1/preview",
            new Limit("preview", 300),
            "/login",
            new Limit("login", 10));

    private static final PathMatcher PATHS = new AntPathMatcher();

    /**
     * How often one address may do something.
     *
     * @param name what it may do
     * @param perMinute how often in a minute
     */
    record Limit(String name, int perMinute) {}

    private record Visitor(String address, Limit limit) {}

    private final boolean on;

    /** An idle bucket is full again after a minute, so forgetting it then changes nothing. */
    private final Cache<Visitor, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(MINUTE)
            .build();

    RateLimitFilter(@Value("${CERTPATH_RATE_LIMIT:on}") String onOrOff) {
        this.on = !onOrOff.equals("off");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || limit(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWithin(limit(request).orElseThrow(), request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Counts a request, and says whether it is within the limit. One that is not gets its answer here. */
    boolean isWithin(Limit limit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!on) {
            return true;
        }
        var probe = buckets.get(new Visitor(request.getRemoteAddr(), limit), RateLimitFilter::bucket)
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        return probe.isConsumed();
    }

    private static Optional<Limit> limit(HttpServletRequest request) {
        return LIMITS.entrySet().stream()
                .filter(entry -> PATHS.match(entry.getKey(), request.getServletPath()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Bucket bucket(Visitor visitor) {
        int perMinute = visitor.limit().perMinute();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }
}
