package dev.certpath.accounts;

/** What an admin does to someone else's account. */
public enum AccountAction {
    DISABLE,
    ENABLE,
    PROMOTE,
    DEMOTE;

    void on(Account account) {
        switch (this) {
            case DISABLE -> account.disable();
            case ENABLE -> account.enable();
            case PROMOTE -> account.promote();
            case DEMOTE -> account.demote();
        }
    }
}
