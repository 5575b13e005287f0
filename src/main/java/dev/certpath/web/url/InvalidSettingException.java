package dev.certpath.web.url;

/** A setting has a value that is not allowed. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String action;

    /**
     * Creates the exception.
     *
     * @param description what is wrong, in one line
     * @param action what to do, in one line
     */
    public InvalidSettingException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** Returns what to do, in one line. */
    public String action() {
        return action;
    }
}
