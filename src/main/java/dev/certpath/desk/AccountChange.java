package dev.certpath.desk;

/** What an admin does to someone else's account. */
enum AccountChange {
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
