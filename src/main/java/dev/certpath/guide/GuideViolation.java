package dev.certpath.guide;

/**
 * A violation found in a guide file.
 *
 * @param file the file name
 * @param line the line number, starting at 1
 * @param message what is wrong, on one line
 */
public record GuideViolation(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
