package dev.certpath.guide;

/**
 * Something wrong with a file of the guide.
 *
 * @param file the file's name
 * @param line its line, from 1
 * @param what what is wrong, on one line
 */
record GuideViolation(String file, int line, String what) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
