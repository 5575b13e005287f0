package dev.certpath.desk;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address that no case has. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchCase extends RuntimeException {

    NoSuchCase() {
        super("There is no such case");
    }
}
