package dev.certpath.accounts;

/**
 * Where a login comes from. Failures from one source make no other source wait.
 *
 * @param code the source in the database
 * @param known whether the source has logged in before, so that the limit of failures per day does not apply to it
 */
record LoginSource(String code, boolean known) {

    /** All sources together, for the limit per day. */
    static final String ALL = "all";

    /** The page where a user who is logged in enters the current password. */
    static final LoginSource PASSWORD_PAGE = new LoginSource("password", true);
}
