package dev.certpath.desk;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A name that no account has. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchAccount extends RuntimeException {

    NoSuchAccount() {
        super("There is no such account");
    }
}
