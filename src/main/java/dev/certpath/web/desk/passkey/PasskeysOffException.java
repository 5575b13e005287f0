package dev.certpath.web.desk.passkey;

import dev.certpath.accounts.PasskeyMode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown for the pages of passkeys while passkeys are off. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class PasskeysOffException extends RuntimeException {

    private PasskeysOffException() {
        super("Passkeys are off");
    }

    static void throwUnlessOn(PasskeyMode mode) {
        if (!mode.isOn()) {
            throw new PasskeysOffException();
        }
    }
}
