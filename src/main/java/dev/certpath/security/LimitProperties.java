package dev.certpath.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits for each client address: an IPv4 address, or the /64 block of an IPv6 address.
 *
 * @param enabled whether addresses are limited; {@code CERTPATH_RATE_LIMIT=off} is for load tests
 * @param save how many requests that write something an address may send in a minute
 * @param preview how many previews an address may request in a minute
 * @param login how many logins an address may try in a minute
 * @param anonymous how many requests to advisors' URLs an address may send in a minute without being logged in
 * @param addressShare how much of what can be processed at the same time one address may take, in percent
 * @param bodyTimeout how long a request body may take to arrive
 */
@Validated
@ConfigurationProperties("certpath.limits")
public record LimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30") @Min(1) int save,
        @DefaultValue("300") @Min(1) int preview,
        @DefaultValue("10") @Min(1) int login,
        @DefaultValue("60") @Min(1) int anonymous,
        @DefaultValue("25") @Min(1) @Max(100) int addressShare,
        @DefaultValue("20s") Duration bodyTimeout) {

    /** Returns how many of something limited one address may hold at the same time; at least one. */
    public int share(int limit) {
        return enabled ? Math.max(1, limit * addressShare / 100) : limit;
    }
}
