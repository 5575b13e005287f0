package dev.certpath.web.desk.login;

import org.springframework.security.authentication.InternalAuthenticationServiceException;

/** Thrown when a password was not compared, because too many are compared at the same time. */
final class LoginOverloadException extends InternalAuthenticationServiceException {

    LoginOverloadException() {
        super("Too many passwords are compared at the same time");
    }
}
