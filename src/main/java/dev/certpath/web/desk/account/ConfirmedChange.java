package dev.certpath.web.desk.account;

/** A change of an account that a page asks to confirm. The name is the value of the parameter {@code act}. */
public enum ConfirmedChange {
    DISABLE,
    PROMOTE,
    DEMOTE,
    RESET,
    REMOVE_PASSKEYS
}
