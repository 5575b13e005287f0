package dev.certpath.web.desk.account;

/** Thrown when an account that has open cases is to be disabled, and nothing was chosen that becomes of them. */
final class UndecidedCasesException extends RuntimeException {

    UndecidedCasesException() {
        super("Nothing was chosen that becomes of the cases");
    }
}
