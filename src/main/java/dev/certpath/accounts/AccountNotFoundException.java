package dev.certpath.accounts;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A name that no account has. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class AccountNotFoundException extends RuntimeException {

    AccountNotFoundException() {
        super("There is no such account");
    }
}
