package dev.certpath.desk;

/** A change of an account that would do harm; nothing was changed. */
final class RefusedChange extends RuntimeException {

    private final FormProblem problem;

    private RefusedChange(String username, String code) {
        super("This account is not changed like that");
        this.problem = new FormProblem("account-" + username, code, username);
    }

    /** Nobody closes the door on themselves by accident. */
    static RefusedChange ofOnesOwn(String username) {
        return new RefusedChange(username, "accounts.own");
    }

    /** Without an admin nobody could ever make one. */
    static RefusedChange ofTheLastAdmin(String username) {
        return new RefusedChange(username, "accounts.last");
    }

    /** Why, for the page. */
    FormProblem problem() {
        return problem;
    }
}
