package dev.certpath.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.certpath.network.ClientNetwork;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.account.DeviceCookie;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often one client address may send requests that change something: previews and logins have limits of their
 * own, and all others share one. Further requests get 429 with {@code Retry-After}. At the login, the devices of an address
 * on which an account has logged in before are limited by themselves, so that others there can't keep it from logging in.
 *
 * <p>Requests to the advisors' URLs are limited by {@link AnonymousRequestRateLimitFilter} unless the advisor is logged
 * in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RateLimitFilter extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String PREVIEW = "/api/v1/preview";
    private static final long MAX_BUCKETS = 100_000;

    private enum Limit {
        SAVE,
        PREVIEW,
        LOGIN,
        ANONYMOUS
    }

    private record BucketKey(String client, Limit limit) {}

    private final LimitProperties limits;
    private final DeviceCookie devices;
    private final RequestMatcher advisorUrls = AccessRules.matcherWithSession();

    /** A bucket that was idle for a minute is full again, so its eviction changes nothing. */
    private final Cache<BucketKey, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(MINUTE)
            .build();

    RateLimitFilter(LimitProperties limits, DeviceCookie devices) {
        this.limits = limits;
        this.devices = devices;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SameOriginFilter.isSafe(request) && !advisorUrls.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isCountedLater =
                advisorUrls.matches(request) && (SameOriginFilter.isSafe(request) || !isLogin(request));
        if (isCountedLater ? !isExhausted(request, response) : tryConsume(findLimit(request), request, response)) {
            chain.doFilter(request, response);
        }
    }

    /**
     * Returns whether the anonymous requests of this client have used up their limit, and sends the 429 response if so. This
     * comes before the session is loaded, because each loaded session is written to the database. It does not concern
     * devices on which somebody has logged in.
     */
    private boolean isExhausted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!limits.enabled() || devices.findAccountId(request).isPresent()) {
            return false;
        }
        var bucket = buckets.getIfPresent(new BucketKey(client(Limit.ANONYMOUS, request), Limit.ANONYMOUS));
        if (bucket == null) {
            return false;
        }
        var probe = bucket.estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            reject(probe.getNanosToWaitForRefill(), response);
        }
        return !probe.canBeConsumed();
    }

    /**
     * Counts a request to an advisors' URL by someone who is not logged in. If the limit is exceeded, sends the 429
     * response.
     *
     * @return whether the request is within the limit and may continue
     */
    boolean tryConsumeAnonymous(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return tryConsume(Limit.ANONYMOUS, request, response);
    }

    private boolean tryConsume(Limit limit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!limits.enabled()) {
            return true;
        }
        var key = new BucketKey(client(limit, request), limit);
        var probe = buckets.get(key, this::newBucket).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            reject(probe.getNanosToWaitForRefill(), response);
        }
        return probe.isConsumed();
    }

    private static void reject(long nanosToWait, HttpServletResponse response) throws IOException {
        long seconds = Duration.ofNanos(nanosToWait).toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /**
     * Returns what is counted as one: an address, and at the login the devices of one account at this address. Were each
     * device counted by itself, an advisor could collect devices, and keep them when the account is disabled.
     */
    private String client(Limit limit, HttpServletRequest request) {
        var address = ClientNetwork.of(request.getRemoteAddr());
        return limit == Limit.LOGIN || limit == Limit.ANONYMOUS
                ? devices.findAccountId(request)
                        .map(account -> account + "@" + address)
                        .orElse(address)
                : address;
    }

    private static Limit findLimit(HttpServletRequest request) {
        if (isLogin(request)) {
            return Limit.LOGIN;
        }
        return request.getServletPath().equals(PREVIEW) ? Limit.PREVIEW : Limit.SAVE;
    }

    private static boolean isLogin(HttpServletRequest request) {
        return request.getServletPath().equals(DeskUrls.LOGIN);
    }

    private Bucket newBucket(BucketKey key) {
        int perMinute = perMinute(key.limit());
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }

    private int perMinute(Limit limit) {
        return switch (limit) {
            case SAVE -> limits.save();
            case PREVIEW -> limits.preview();
            case LOGIN -> limits.login();
            case ANONYMOUS -> limits.anonymous();
        };
    }
}
