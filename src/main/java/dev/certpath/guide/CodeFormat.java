package dev.certpath.guide;

import java.util.regex.Pattern;

/** The formats of codes in guide files. Codes are stored in columns of 40 characters and used in URLs and JSON. */
enum CodeFormat {

    /** The code of a question, filter, option, track, rule or decision reason. */
    CODE("[a-z0-9-]{1,40}", "1 to 40 lower-case letters, digits and hyphens"),

    /** The name of a question in JSON and query strings. */
    PARAMETER("[a-zA-Z][a-zA-Z0-9]{0,39}", "a letter and up to 39 further letters and digits"),

    /** The code of an exam, which the provider chooses. */
    EXAM("(?=.{1,40}$)[A-Za-z0-9.-]+( [A-Za-z0-9.-]+)*", "1 to 40 letters, digits, dots, hyphens and single blanks");

    private final Pattern pattern;
    private final String description;

    CodeFormat(String regex, String description) {
        this.pattern = Pattern.compile(regex);
        this.description = description;
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    String description() {
        return description;
    }
}
