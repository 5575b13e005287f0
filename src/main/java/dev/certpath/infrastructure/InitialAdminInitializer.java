package dev.certpath.infrastructure;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.GeneratedPassword;
import dev.certpath.accounts.PasswordPolicy;
import dev.certpath.accounts.WeakPasswordException;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.FormMessages;
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
class InitialAdminInitializer implements ApplicationRunner {

    static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(InitialAdminInitializer.class);

    private final AccountService accounts;
    private final PasswordPolicy rules;
    private final FormMessages words;
    private final String configured;

    InitialAdminInitializer(
            AccountService accounts,
            PasswordPolicy rules,
            FormMessages words,
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
        rules.findViolation(configured, USERNAME).ifPresent(problem -> {
            throw new WeakPasswordException(words.text(problem));
        });
        accounts.add(USERNAME, configured, Account.Role.ADMIN, false);
    }

    private void makeUpPassword() {
        String password = GeneratedPassword.generateFor(USERNAME).password();
        // Another server that started at the same moment may have been faster; then it has said its password.
        if (accounts.add(USERNAME, password, Account.Role.ADMIN, true)) {
            LOG.warn(
                    "First account: log in at {} as {} with the password {} and choose your own there",
                    DeskUrls.LOGIN,
                    USERNAME,
                    password);
        }
    }
}
