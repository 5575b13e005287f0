package dev.certpath.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final String STRONG = "orchard violin seventeen lanterns";

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @CsvSource({
        "short one 1, password.short",
        "eleven char, password.short",
        "password1234, password.weak",
        "aaaaaaaaaaaaaaaaaaaa, password.weak",
        "abcdefghijklmnop, password.weak",
        "certpathcertpath, password.weak"
    })
    void findsViolation(String password, String violation) {
        assertEquals(Optional.of(violation), policy.findViolation(password, "ada"));
    }

    @ParameterizedTest
    @CsvSource({"orchard violin seventeen lanterns", "D6YEF-JGT1M-ZTQE6-V8ZPD", "Käsekrainer über Bregenz 🌲"})
    void acceptsPasswordThatIsHardToGuess(String password) {
        assertEquals(Optional.empty(), policy.findViolation(password, "ada"));
    }

    @Test
    void rejectsPasswordThatContainsUsername() {
        assertEquals(Optional.empty(), policy.findViolation("MirabelThornquist7", "ada"));
        assertEquals(Optional.of("password.weak"), policy.findViolation("MirabelThornquist7", "mirabelthornquist"));
    }

    @Test
    void ratesFirst64Characters() {
        assertEquals(Optional.of("password.weak"), policy.findViolation("a".repeat(64) + STRONG, "ada"));
        assertEquals(Optional.empty(), policy.findViolation("a".repeat(64 - STRONG.length()) + STRONG + "a", "ada"));
        assertEquals(Optional.of("password.weak"), policy.findViolation("\uD83C\uDF32".repeat(64) + STRONG, "ada"));
    }

    /** All signs of "l33t" together took eight seconds, a hundred times as long as other passwords. */
    @ParameterizedTest
    @ValueSource(strings = {"4@8({[<369!1|0$5+7%2", "l33t", "qwertyuiop", "1.1.11", "é4@", "p4$$w0rd"})
    void ratesEveryPasswordInATimeLikeOthers(String part) {
        var password = part.repeat(64).substring(0, 128);
        assertTimeout(Duration.ofSeconds(5), () -> policy.findViolation(password, "ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p@$$w0rd1234", "@dm!n1strator", "{ertpath2026"})
    void recognizesWordsInEverySpelling(String password) {
        assertEquals(Optional.of("password.weak"), policy.findViolation(password, "ada"));
    }

    @Test
    void countsCodePoints() {
        assertEquals(Optional.of("password.short"), policy.findViolation("🌲🍁🎻🏮🧭🪁", "ada"));
    }
}
