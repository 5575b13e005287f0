package dev.certpath.accounts;

/** A change that an admin makes to the account of someone else. */
public enum AccountAction {
    DISABLE,
    ENABLE,
    PROMOTE,
    DEMOTE;

    AccountChangeType changeType() {
        return switch (this) {
            case DISABLE -> AccountChangeType.DISABLE;
            case ENABLE -> AccountChangeType.ENABLE;
            case PROMOTE -> AccountChangeType.PROMOTE;
            case DEMOTE -> AccountChangeType.DEMOTE;
        };
    }

    void applyTo(Account account) {
        switch (this) {
            case DISABLE -> account.disable();
            case ENABLE -> account.enable();
            case PROMOTE -> account.promote();
            case DEMOTE -> account.demote();
        }
    }
}
