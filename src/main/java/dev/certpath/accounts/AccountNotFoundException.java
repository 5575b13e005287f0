package dev.certpath.accounts;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown when no account has the given username. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class AccountNotFoundException extends RuntimeException {

    AccountNotFoundException() {
        super("No account has this username");
    }
}
