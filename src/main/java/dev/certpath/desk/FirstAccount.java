package dev.certpath.desk;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes the account {@code admin} where there is none yet. It does so only when the server is up: a start that fails on
 * a taken port would otherwise have made a password that nobody got to read.
 */
@Component
class FirstAccount implements ApplicationRunner {

    static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: none is taken for another
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5; // 20 digits of 5 bits: 100 random bits

    private final AccountBook accounts;
    private final PasswordRules rules;
    private final FormWords words;
    private final String configured;

    FirstAccount(
            AccountBook accounts,
            PasswordRules rules,
            FormWords words,
            @Value("${CERTPATH_ADMIN_PASSWORD:}") String configured) {
        this.accounts = accounts;
        this.rules = rules;
        this.words = words;
        this.configured = configured;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        if (configured.isEmpty()) {
            makeUpPassword();
        } else {
            takeConfiguredPassword();
        }
    }

    private void takeConfiguredPassword() {
        rules.problem(configured, USERNAME).ifPresent(problem -> {
            throw new UnusablePassword(words.text(problem));
        });
        accounts.add(USERNAME, configured, Account.Role.ADMIN, false);
    }

    private void makeUpPassword() {
        String password = madeUp();
        // Another server that started at the same moment may have been faster; then it has said its password.
        if (accounts.add(USERNAME, password, Account.Role.ADMIN, true)) {
            LOG.warn(
                    "First account: log in at {} as {} with the password {} and choose your own there",
                    DeskAddresses.LOGIN,
                    USERNAME,
                    password);
        }
    }

    private static String madeUp() {
        var random = new SecureRandom();
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP_LENGTH, 0, DIGITS.length())
                        .mapToObj(digit -> DIGITS.substring(digit, digit + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
