package dev.certpath.infrastructure;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.GeneratedPassword;
import dev.certpath.accounts.PasswordPolicy;
import dev.certpath.accounts.WeakPasswordException;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.DeskUrls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Creates the account {@code admin} if there is no account yet. It runs when the server is up, so that a start that fails,
 * for example because the port is in use, does not create an account whose generated password nobody has read.
 */
@Component
class InitialAdminInitializer implements ApplicationRunner {

    static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(InitialAdminInitializer.class);

    private final AccountService accounts;
    private final PasswordPolicy passwordPolicy;
    private final DeskMessages messages;
    private final String configuredPassword;

    InitialAdminInitializer(
            AccountService accounts,
            PasswordPolicy passwordPolicy,
            DeskMessages messages,
            @Value("${CERTPATH_ADMIN_PASSWORD:}") String configuredPassword) {
        this.accounts = accounts;
        this.passwordPolicy = passwordPolicy;
        this.messages = messages;
        this.configuredPassword = configuredPassword;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        if (configuredPassword.isEmpty()) {
            addWithGeneratedPassword();
        } else {
            addWithConfiguredPassword();
        }
    }

    private void addWithConfiguredPassword() {
        passwordPolicy.findViolation(configuredPassword, USERNAME).ifPresent(violation -> {
            throw new WeakPasswordException(messages.text(violation));
        });
        accounts.add(USERNAME, configuredPassword, Account.Role.ADMIN, false);
    }

    private void addWithGeneratedPassword() {
        String password = GeneratedPassword.generateFor(USERNAME).password();
        // Another instance that starts at the same time may have added the account and logged its password.
        if (accounts.add(USERNAME, password, Account.Role.ADMIN, true)) {
            LOG.warn(
                    "First account: log in at {} as {} with the password {} and choose a new password there",
                    DeskUrls.LOGIN,
                    USERNAME,
                    password);
        }
    }
}
