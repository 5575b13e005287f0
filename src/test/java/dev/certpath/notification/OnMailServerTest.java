package dev.certpath.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.web.url.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Mails are sent only if {@code SPRING_MAIL_HOST} has a value. */
class OnMailServerTest {

    @Configuration(proxyBeanMethods = false)
    @Conditional(OnMailServer.class)
    static class Queue {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(PublicUrl.class, MailSettings.class, Queue.class);

    @ParameterizedTest
    @CsvSource({"'', false", "' ', false", "mail.example.org, true"})
    void isEnabledWithMailServer(String host, boolean isEnabled) {
        context.withPropertyValues(
                        "spring.mail.host=" + host,
                        "certpath.url=https://certs.example.org",
                        "certpath.mail.from=certs@example.org")
                .run(started -> {
                    assertThat(started.getBean(MailSettings.class).enabled()).isEqualTo(isEnabled);
                    assertThat(started.getBeansOfType(Queue.class)).hasSize(isEnabled ? 1 : 0);
                });
    }

    @Test
    void isDisabledByDefault() {
        context.run(started ->
                assertThat(started.getBean(MailSettings.class).enabled()).isFalse());
    }

    @Test
    void linksHaveContextPath() {
        context.withPropertyValues("certpath.url=https://certs.example.org", "server.servlet.context-path=/certs")
                .run(started -> assertThat(started.getBean(MailSettings.class).absolute("/x"))
                        .isEqualTo("https://certs.example.org/certs/x"));
    }
}
