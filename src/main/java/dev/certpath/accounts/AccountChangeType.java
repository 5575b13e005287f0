package dev.certpath.accounts;

import jakarta.persistence.EnumeratedValue;

/** What was done to an account. */
public enum AccountChangeType {
    ADD("add"),
    RESET("reset"),
    PROMOTE("promote"),
    DEMOTE("demote"),
    DISABLE("disable"),
    ENABLE("enable"),
    /** The limits after failed logins were removed. */
    LIFT("lift"),
    /** The passkeys of an advisor who lost them were removed. */
    REMOVE_PASSKEYS("remove-passkeys"),
    /** An admin's account was recovered at the server, without a login. */
    RECOVER("recover");

    @EnumeratedValue
    private final String code;

    AccountChangeType(String code) {
        this.code = code;
    }

    /** The code in the database and in the log. */
    String code() {
        return code;
    }
}
