package dev.certpath.accounts;

/** A change that an admin makes to the account of someone else, besides disabling it. */
public enum AccountAction {
    ENABLE,
    PROMOTE,
    DEMOTE;

    AccountChangeType changeType() {
        return switch (this) {
            case ENABLE -> AccountChangeType.ENABLE;
            case PROMOTE -> AccountChangeType.PROMOTE;
            case DEMOTE -> AccountChangeType.DEMOTE;
        };
    }

    void applyTo(Account account) {
        switch (this) {
            case ENABLE -> account.enable();
            case PROMOTE -> account.promote();
            case DEMOTE -> account.demote();
        }
    }
}
