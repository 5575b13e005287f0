package dev.certpath.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

    private final PasswordPolicy rules = new PasswordPolicy();

    @ParameterizedTest
    @CsvSource({
        "short one 1, password.short",
        "eleven char, password.short",
        "password1234, password.weak",
        "aaaaaaaaaaaaaaaaaaaa, password.weak",
        "abcdefghijklmnop, password.weak",
        "certpathcertpath, password.weak"
    })
    void namesTheRuleThatIsBroken(String password, String problem) {
        assertEquals(Optional.of(problem), rules.problem(password, "ada"));
    }

    @ParameterizedTest
    @CsvSource({"orchard violin seventeen lanterns", "D6YEF-JGT1M-ZTQE6-V8ZPD", "Käsekrainer über Bregenz 🌲"})
    void takesWhatIsHardToGuess(String password) {
        assertEquals(Optional.empty(), rules.problem(password, "ada"));
    }

    @Test
    void ownNameMakesAPasswordEasyToGuess() {
        assertEquals(Optional.empty(), rules.problem("MirabelThornquist7", "ada"));
        assertEquals(Optional.of("password.weak"), rules.problem("MirabelThornquist7", "mirabelthornquist"));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertEquals(Optional.of("password.short"), rules.problem("🌲🍁🎻🏮🧭🪁", "ada"));
    }
}
