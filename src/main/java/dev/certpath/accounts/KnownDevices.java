package dev.certpath.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Recognizes the devices on which an account has logged in before, by a signed token. It is bound to the account and to
 * its password: a new password makes all tokens of the account invalid. Spring Security's remember-me tokens log in by
 * themselves; these do not, they only tell a known device from others.
 */
@Component
public class KnownDevices {

    /** How long a device is known after its last login. */
    public static final Duration VALIDITY = Duration.ofDays(365);

    private static final String PURPOSE = "device";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<account>\\d{1,18})\\.(?<version>\\d{1,9})\\.(?<issued>\\d{1,12})\\.(?<device>[0-9a-f-]{36})\\.(?<signature>[\\w-]{43})");

    private final SecretKeys keys;
    private final Clock clock;

    private record Token(long accountId, int passwordVersion, Instant issued, String device) {

        private String text() {
            return accountId + "." + passwordVersion + "." + issued.getEpochSecond() + "." + device;
        }
    }

    KnownDevices(SecretKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Issues a token after a login.
     *
     * @param earlierToken the token that the device has sent; empty without one
     */
    public String issueToken(Account account, String earlierToken) {
        var device = parse(earlierToken)
                .map(Token::device)
                .orElseGet(() -> UUID.randomUUID().toString());
        var token = new Token(account.id(), account.passwordVersion(), clock.instant(), device);
        return token.text() + "." + keys.sign(PURPOSE, token.text());
    }

    /** Finds the id of a device that is known to an account; empty for an invalid token. */
    Optional<String> findDevice(Account account, String token) {
        return parse(token)
                .filter(known ->
                        known.accountId() == account.id() && known.passwordVersion() == account.passwordVersion())
                .map(Token::device);
    }

    /**
     * Finds the id of the account that has logged in on a device; empty for an invalid token. Needs no database, so the
     * account may be disabled, or its password another one by now.
     */
    public Optional<Long> findAccountId(String token) {
        return parse(token).map(Token::accountId);
    }

    private Optional<Token> parse(String text) {
        var matcher = TOKEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var token = new Token(
                Long.parseLong(matcher.group("account")),
                Integer.parseInt(matcher.group("version")),
                Instant.ofEpochSecond(Long.parseLong(matcher.group("issued"))),
                matcher.group("device"));
        return Optional.of(token).filter(this::isRecent).filter(valid -> isSigned(valid, matcher.group("signature")));
    }

    private boolean isRecent(Token token) {
        return clock.instant().isBefore(token.issued().plus(VALIDITY));
    }

    private boolean isSigned(Token token, String signature) {
        return MessageDigest.isEqual(keys.sign(PURPOSE, token.text()).getBytes(UTF_8), signature.getBytes(UTF_8));
    }
}
