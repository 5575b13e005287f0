package dev.certpath.infrastructure;

import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.GeneratedPassword;
import dev.certpath.web.desk.DeskUrls;
import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Recovers the account of an admin who can't log in, when the application is started with {@code --certpath.recover-admin}
 * and a username, and then exits: a setting that is left in place resets no password at later starts, for nothing is
 * served. The port of an instance that is running stays free, so that with PostgreSQL nothing need be stopped.
 */
@Component
@ConditionalOnProperty(AdminRecovery.PROPERTY)
class AdminRecovery implements ApplicationRunner, WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    static final String PROPERTY = "certpath.recover-admin";

    private static final Logger LOG = LoggerFactory.getLogger(AdminRecovery.class);

    private final AccountService accounts;
    private final ConfigurableApplicationContext application;
    private final String username;

    AdminRecovery(
            AccountService accounts,
            ConfigurableApplicationContext application,
            @Value("${" + PROPERTY + "}") String username) {
        this.accounts = accounts;
        this.application = application;
        this.username = username;
    }

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setPort(0);
        server.setAddress(InetAddress.getLoopbackAddress());
    }

    /** After the customizer for {@code server.port}. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var password = GeneratedPassword.generateFor(username);
        if (!accounts.recoverAdmin(password)) {
            throw new UnknownAdminException(username);
        }
        LOG.warn(
                "Recovered: start the application as usual, log in at {} as {} with the password {} and choose a new"
                        + " password there",
                DeskUrls.LOGIN,
                username,
                password.password());
        System.exit(SpringApplication.exit(application)); // before other runners, which need the database
    }

    /** Thrown when no admin has the username. */
    static final class UnknownAdminException extends RuntimeException {

        private UnknownAdminException(String username) {
            super("No admin is called " + username + ".");
        }
    }
}
