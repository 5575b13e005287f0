package dev.certpath.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Exceptions of the mail library become one of few reasons. */
class MailFailureTest {

    private static final Address[] NONE = {};

    static Stream<Arguments> exceptions() throws AddressException {
        Address[] recipient = {new InternetAddress("ann@example.org")};
        return Stream.of(
                Arguments.of(new MessagingException("x", new ConnectException()), MailFailure.UNREACHABLE),
                Arguments.of(new MessagingException("x", new UnknownHostException()), MailFailure.UNREACHABLE),
                Arguments.of(new MessagingException("x", new SocketTimeoutException()), MailFailure.TIMEOUT),
                Arguments.of(new AuthenticationFailedException(), MailFailure.LOGIN),
                Arguments.of(new AddressException(), MailFailure.ADDRESS),
                Arguments.of(new SendFailedException("x", null, NONE, NONE, recipient), MailFailure.ADDRESS),
                Arguments.of(new SendFailedException("x", null, NONE, recipient, NONE), MailFailure.REFUSED),
                Arguments.of(
                        new SendFailedException("x", new SendFailedException("550"), NONE, NONE, recipient),
                        MailFailure.ADDRESS),
                Arguments.of(
                        new SendFailedException("x", new SocketTimeoutException(), NONE, recipient, NONE),
                        MailFailure.TIMEOUT),
                Arguments.of(new IllegalStateException(), MailFailure.OTHER));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void classifiesException(Exception exception, MailFailure failure) {
        assertThat(MailFailure.of(exception)).isEqualTo(failure);
        assertThat(MailFailure.of(new RuntimeException(exception))).isEqualTo(failure);
        assertThat(MailFailure.of(new MailSendException(Map.of("mail", exception))))
                .isEqualTo(failure);
    }

    @Test
    void classifiesExceptionsOfSpring() {
        assertThat(MailFailure.of(new MailAuthenticationException("x"))).isEqualTo(MailFailure.LOGIN);
    }

    @Test
    void delayDoublesUpToAnHour() {
        assertThat(Stream.of(1, 2, 3, 6, 7, 8, 100).map(MailTasks::delayAfter).map(delay -> delay.toMinutes()))
                .containsExactly(1L, 2L, 4L, 32L, 60L, 60L, 60L);
    }
}
