package dev.certpath.desk;

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
        String password = MadeUpPassword.of(USERNAME).text();
        // Another server that started at the same moment may have been faster; then it has said its password.
        if (accounts.add(USERNAME, password, Account.Role.ADMIN, true)) {
            LOG.warn(
                    "First account: log in at {} as {} with the password {} and choose your own there",
                    DeskAddresses.LOGIN,
                    USERNAME,
                    password);
        }
    }
}
