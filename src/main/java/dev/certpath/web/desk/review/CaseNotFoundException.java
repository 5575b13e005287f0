package dev.certpath.web.desk.review;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown when there is no case with the id of the URL. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class CaseNotFoundException extends RuntimeException {

    CaseNotFoundException() {
        super("The case does not exist");
    }
}
