package dev.certpath.web.desk.review;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address that no case has. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class CaseNotFoundException extends RuntimeException {

    CaseNotFoundException() {
        super("There is no such case");
    }
}
