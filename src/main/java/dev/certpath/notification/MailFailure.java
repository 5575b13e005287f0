package dev.certpath.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Why a mail could not be sent. Exceptions contain addresses, so this is what is stored, logged and shown. */
public enum MailFailure {
    /** The server can't be reached. */
    UNREACHABLE,
    /** The server did not answer in time. */
    TIMEOUT,
    /** The server refused the login. */
    LOGIN,
    /** The server refused the recipient's address for good. */
    ADDRESS,
    /** The server refused the mail, perhaps for now. */
    REFUSED,
    /** Anything else. */
    OTHER;

    /** Classifies an exception by its causes, of which JavaMail has two kinds. */
    static MailFailure of(Throwable exception) {
        var causes = causes(exception).toList();
        return causes.stream().anyMatch(MailFailure::isInvalidAddress)
                ? ADDRESS
                : causes.stream()
                        .flatMap(cause -> classify(cause).stream())
                        .findFirst()
                        .orElse(OTHER);
    }

    /** Finds a failure by its name; {@link #OTHER} if there is none of that name. */
    static MailFailure find(String name) {
        return Arrays.stream(values())
                .filter(failure -> failure.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns whether sending the mail again would fail, too. */
    boolean isPermanent() {
        return this == ADDRESS;
    }

    private static Optional<MailFailure> classify(Throwable cause) {
        if (cause instanceof AuthenticationFailedException || cause instanceof MailAuthenticationException) {
            return Optional.of(LOGIN);
        }
        if (cause instanceof SocketTimeoutException) {
            return Optional.of(TIMEOUT);
        }
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return Optional.of(UNREACHABLE);
        }
        return cause instanceof SendFailedException ? Optional.of(REFUSED) : Optional.empty();
    }

    /** The outer one of several exceptions about a refusal has the address. */
    private static boolean isInvalidAddress(Throwable cause) {
        return cause instanceof AddressException
                || (cause instanceof SendFailedException refusal
                        && refusal.getInvalidAddresses() != null
                        && refusal.getInvalidAddresses().length > 0);
    }

    /** The exception and its causes, the innermost first: a timeout may be the cause of a refusal. */
    private static Stream<Throwable> causes(Throwable exception) {
        var nested = Stream.<Throwable>builder();
        if (exception instanceof MailSendException failed) {
            Arrays.stream(failed.getMessageExceptions()).forEach(nested);
        }
        if (exception instanceof MessagingException messaging && messaging.getNextException() != null) {
            nested.add(messaging.getNextException());
        } else if (exception.getCause() != null) {
            nested.add(exception.getCause());
        }
        return Stream.concat(nested.build().flatMap(MailFailure::causes), Stream.of(exception));
    }
}
